package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_CRD_EXPRESSION;
import static io.kro4j.compiler.diagnostics.DiagnosticId.SCHEMA_UNKNOWN_TYPE;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.schema.UnknownType;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a resource apart: the type of its object, its template and its expressions. */
final class ResourceReader {
  private static final GroupVersionKind CRD =
      new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition");

  private final SchemaCatalog catalog;
  private final TemplateConstraints constraints;
  private final Diagnostics diagnostics;

  ResourceReader(SchemaCatalog catalog, Scope instanceScope, Diagnostics diagnostics) {
    this.catalog = catalog;
    this.constraints = new TemplateConstraints(instanceScope, diagnostics);
    this.diagnostics = diagnostics;
  }

  ReadResource read(ResourceDefinition resource) {
    YamlValue.Mapping object = resource.body().object();
    Optional<ObjectHeader> header = ObjectHeader.read(object, diagnostics);
    Optional<ResourceType> type = header.flatMap(this::find);
    if (header.isPresent() && type.isPresent()) {
      constraints.check(resource, header.get(), type.get().scope());
    }
    return new ReadResource(
        resource,
        type,
        template(resource, header.map(ObjectHeader::type), type),
        conditions(resource.includeWhen()),
        conditions(resource.readyWhen()),
        dimensions(resource.forEach()));
  }

  private Optional<ResourceType> find(ObjectHeader header) {
    Optional<ResourceType> type = catalog.find(header.type());
    if (type.isEmpty()) {
      UnknownType unknown = UnknownType.of(header.type(), catalog);
      MappedText wrong = unknown.isKindKnown() ? header.apiVersion() : header.kind();
      diagnostics.add(SCHEMA_UNKNOWN_TYPE, wrong.span(), unknown.message(), unknown.help());
    }
    return type;
  }

  private List<TemplateExpression> template(
      ResourceDefinition resource, Optional<GroupVersionKind> gvk, Optional<ResourceType> type) {
    YamlValue.Mapping object = resource.body().object();
    boolean external = resource.body() instanceof ResourceDefinition.Body.ExternalRef;
    boolean crd = gvk.filter(CRD::equals).isPresent();
    if (external || crd || type.isEmpty()) {
      List<TemplateExpression> found =
          TemplateReader.unchecked(object, type.map(ResourceType::schema), diagnostics);
      return crd && !external ? metadataOnly(found) : found;
    }
    return TemplateReader.checked(object, type.get().schema(), diagnostics);
  }

  /** Keeps a CRD's own expressions, which other tools may give it, out of ours. */
  private List<TemplateExpression> metadataOnly(List<TemplateExpression> found) {
    List<TemplateExpression> allowed = new ArrayList<>();
    for (TemplateExpression expression : found) {
      if (expression.path().isUnder("metadata")) {
        allowed.add(expression);
      } else {
        diagnostics.add(
            GRAPH_CRD_EXPRESSION,
            expression.text().span(),
            "`" + expression.path() + "` of a CustomResourceDefinition cannot be an expression",
            "use expressions under `metadata` only; write the rest of the CRD as constants");
      }
    }
    return allowed;
  }

  private List<ReadResource.Condition> conditions(List<MappedText> texts) {
    return texts.stream().flatMap(text -> condition(text).stream()).toList();
  }

  private Optional<ReadResource.Condition> condition(MappedText text) {
    return ExpressionReader.readStandalone(text, diagnostics)
        .map(parsed -> new ReadResource.Condition(text, parsed));
  }

  private List<ReadResource.Dimension> dimensions(List<ResourceDefinition.Dimension> forEach) {
    return forEach.stream()
        .flatMap(
            dimension ->
                condition(dimension.expression())
                    .map(list -> new ReadResource.Dimension(dimension.name(), list))
                    .stream())
        .toList();
  }
}
