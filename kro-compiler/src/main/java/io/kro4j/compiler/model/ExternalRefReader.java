package io.kro4j.compiler.model;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import java.util.List;
import java.util.Optional;

/** Reads {@code externalRef}, with the checks that upstream's own CRD makes. */
final class ExternalRefReader {
  private final Diagnostics diagnostics;

  ExternalRefReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reads a reference; empty if it does not say what it refers to. */
  Optional<ResourceDefinition.Body> read(Fields reference) {
    reference.allow(List.of("apiVersion", "kind", "metadata"));
    Optional<MappedText> version = reference.requiredText("apiVersion", "v1");
    Optional<MappedText> kind = reference.requiredText("kind", "ConfigMap");
    Optional<Fields> metadata = reference.requiredObject("metadata");
    boolean named = metadata.filter(this::isNamedOnce).isPresent();
    if (version.isEmpty() || kind.isEmpty() || metadata.isEmpty() || !named) {
      return Optional.empty();
    }
    return Optional.of(
        new ResourceDefinition.Body.ExternalRef(
            reference.object(), metadata.get().has("selector")));
  }

  private boolean isNamedOnce(Fields metadata) {
    metadata.allow(List.of("name", "namespace", "selector"));
    metadata.text("namespace");
    metadata
        .text("name")
        .filter(name -> name.value().isEmpty())
        .ifPresent(
            name ->
                diagnostics.add(
                    DiagnosticId.MODEL_INVALID_VALUE,
                    name.span(),
                    "`" + metadata.path("name") + "` must not be empty"));
    metadata.object("selector").ifPresent(this::checkSelector);
    if (metadata.has("name") != metadata.has("selector")) {
      return true;
    }
    reportNaming(metadata);
    return false;
  }

  private void reportNaming(Fields metadata) {
    if (metadata.has("name")) {
      diagnostics.add(
          Diagnostic.of(
                  DiagnosticId.MODEL_INVALID_VALUE,
                  metadata.keySpan("selector"),
                  "`" + metadata.path() + "` has both `name` and `selector`")
              .withRelated("the name is here", metadata.keySpan("name"))
              .withHelp("keep one: a name refers to one object, a selector to a list"));
    } else {
      diagnostics.add(
          DiagnosticId.MODEL_MISSING_FIELD,
          metadata.place(),
          "`" + metadata.path() + "` has neither `name` nor `selector`",
          "give the name of the object, or a label selector for a list of objects");
    }
  }

  private void checkSelector(Fields selector) {
    selector.allow(List.of("matchLabels", "matchExpressions"));
    selector.textsByKey("matchLabels");
    for (Fields expression : selector.objects("matchExpressions")) {
      expression.allow(List.of("key", "operator", "values"));
      expression.requiredText("key", "app");
      expression.requiredText("operator", "Exists");
      expression.texts("values");
    }
  }
}
