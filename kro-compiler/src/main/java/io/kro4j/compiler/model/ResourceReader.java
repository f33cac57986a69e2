package io.kro4j.compiler.model;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code spec.resources}, with the checks that upstream's own CRD makes. */
final class ResourceReader {
  private static final List<String> FIELDS =
      List.of("id", "template", "externalRef", "readyWhen", "includeWhen", "forEach");

  private final Diagnostics diagnostics;
  private final OldSpellings oldSpellings;
  private final ExternalRefReader externalRefs;

  ResourceReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.oldSpellings = new OldSpellings(diagnostics);
    this.externalRefs = new ExternalRefReader(diagnostics);
  }

  /** Reads an entry; empty if it has no id or does not say what it stands for. */
  Optional<ResourceDefinition> read(Fields entry) {
    Fields resource = oldSpellings.resource(entry, FIELDS);
    resource.allow(FIELDS);
    Optional<MappedText> id = resource.requiredText("id", "deployment");
    Optional<ResourceDefinition.Body> body = body(resource);
    List<MappedText> includeWhen = resource.texts("includeWhen");
    List<MappedText> readyWhen = resource.texts("readyWhen");
    List<ResourceDefinition.Dimension> forEach = forEach(resource);
    if (id.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ResourceDefinition(
            id.get(), body.get(), includeWhen, readyWhen, forEach, entry.object().span()));
  }

  private Optional<ResourceDefinition.Body> body(Fields resource) {
    if (resource.has("template") && resource.has("externalRef")) {
      diagnostics.add(
          Diagnostic.of(
                  DiagnosticId.MODEL_INVALID_VALUE,
                  resource.keySpan("externalRef"),
                  "`" + resource.path() + "` has both `template` and `externalRef`")
              .withRelated("the template is here", resource.keySpan("template"))
              .withHelp("keep one: a template is created, an external reference is only read"));
      return Optional.empty();
    }
    if (resource.has("externalRef")) {
      return resource.object("externalRef").flatMap(externalRefs::read);
    }
    if (resource.has("template")) {
      return resource
          .object("template")
          .map(template -> new ResourceDefinition.Body.Template(template.object()));
    }
    diagnostics.add(
        DiagnosticId.MODEL_MISSING_FIELD,
        resource.place(),
        "`" + resource.path() + "` has neither `template` nor `externalRef`",
        "put the object to create under `template`");
    return Optional.empty();
  }

  private List<ResourceDefinition.Dimension> forEach(Fields resource) {
    List<ResourceDefinition.Dimension> dimensions = new ArrayList<>();
    for (Fields entry : resource.objects("forEach")) {
      List<YamlValue.Entry> given =
          entry.object().entries().stream().filter(e -> !Fields.isNull(e.value())).toList();
      if (given.size() == 1) {
        MappedText name = given.get(0).key();
        entry
            .text(name.value())
            .ifPresent(list -> dimensions.add(new ResourceDefinition.Dimension(name, list)));
      } else {
        diagnostics.add(
            DiagnosticId.MODEL_INVALID_VALUE,
            given.isEmpty() ? entry.place() : given.get(1).key().span(),
            "`" + entry.path() + "` must have exactly one key, and has " + given.size(),
            "write one list item `- name: ${list}` for each iterator");
      }
    }
    if (!dimensions.isEmpty() && resource.has("externalRef")) {
      diagnostics.add(
          DiagnosticId.MODEL_INVALID_VALUE,
          resource.keySpan("forEach"),
          "`" + resource.path() + "` has both `forEach` and `externalRef`",
          "read several objects with a `selector` instead of a `name`");
    }
    return dimensions;
  }
}
