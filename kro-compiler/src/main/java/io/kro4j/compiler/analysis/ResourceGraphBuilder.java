package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the plain graph of a group whose analysis found no error. */
public final class ResourceGraphBuilder {
  private final AnalyzedGroup group;
  private final Map<String, Integer> waves;

  private ResourceGraphBuilder(AnalyzedGroup group) {
    this.group = group;
    Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    group.resources().forEach(resource -> dependencies.put(resource.id(), resource.dependencies()));
    this.waves = TopologicalOrder.waves(dependencies);
  }

  /**
   * The graph of a group.
   *
   * @param group a group without errors: every resource is there, and the order is complete
   * @param api the API it defines
   * @param settings how the controller of the kind runs
   */
  public static ResourceGraph build(AnalyzedGroup group, ApiType api, ControllerSettings settings) {
    ResourceGraphBuilder builder = new ResourceGraphBuilder(group);
    return new ResourceGraph(
        group.source().name().value(),
        api,
        group.order().stream().map(id -> builder.node(group.resource(id).orElseThrow())).toList(),
        builder.status(),
        group.conditions().stream()
            .map(AnalyzedExpression::expression)
            .map(ResourceGraphBuilder::plain)
            .toList(),
        settings);
  }

  private Node node(AnalyzedResource resource) {
    Node.Core core = core(resource);
    FieldValue.Fields object = object(resource.definition().body().object(), resource.fields());
    if (resource.definition().body() instanceof ResourceDefinition.Body.ExternalRef ref) {
      return ref.bySelector()
          ? new Node.ExternalCollection(core, object)
          : new Node.External(core, object);
    }
    if (resource.forEach().isEmpty()) {
      return new Node.Resource(core, object);
    }
    List<Node.Dimension> dimensions =
        resource.forEach().stream()
            .map(
                dimension ->
                    new Node.Dimension(
                        dimension.name().value(), plain(dimension.list().expression())))
            .toList();
    return new Node.Collection(core, dimensions, object);
  }

  private Node.Core core(AnalyzedResource resource) {
    ResourceType type = resource.type();
    return new Node.Core(
        resource.id(),
        new ApiType(type.gvk(), type.plural(), type.scope()),
        group.order().stream().filter(resource.dependencies()::contains).toList(),
        waves.getOrDefault(resource.id(), 1),
        conditions(resource.includeWhen()),
        conditions(resource.readyWhen()));
  }

  private FieldValue.Fields status() {
    FieldValue.Fields all = object(group.source().schema().status(), group.status());
    Map<String, FieldValue> fields = new LinkedHashMap<>(all.fields());
    fields.remove("conditions");
    return new FieldValue.Fields(fields);
  }

  private static List<GraphExpression> conditions(List<AnalyzedExpression> conditions) {
    return conditions.stream()
        .map(AnalyzedExpression::expression)
        .map(ResourceGraphBuilder::plain)
        .toList();
  }

  private static GraphExpression plain(CheckedExpression expression) {
    return PlainExpressions.of(expression);
  }

  private static FieldValue.Fields object(YamlValue.Mapping object, List<AnalyzedField> fields) {
    IdentityHashMap<YamlValue.Text, GraphExpression> computed = new IdentityHashMap<>();
    fields.forEach(field -> computed.put(field.text(), plain(field.expression())));
    return (FieldValue.Fields) value(object, computed);
  }

  private static FieldValue value(
      YamlValue value, IdentityHashMap<YamlValue.Text, GraphExpression> computed) {
    if (value instanceof YamlValue.Mapping object) {
      Map<String, FieldValue> fields = new LinkedHashMap<>();
      object.entries().forEach(e -> fields.put(e.key().value(), value(e.value(), computed)));
      return new FieldValue.Fields(fields);
    }
    if (value instanceof YamlValue.Sequence list) {
      return new FieldValue.Items(
          list.items().stream().map(item -> value(item, computed)).toList());
    }
    GraphExpression expression = value instanceof YamlValue.Text ? computed.get(value) : null;
    return expression == null
        ? new FieldValue.Literal(value.toJson())
        : new FieldValue.Computed(expression);
  }
}
