package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a compiled graph as the object that Git and the cluster hold; {@code
 * docs/compiled-graph.md} describes every field. Fields without content are left out.
 */
public final class CompiledGraphWriter {
  /** Keeps Flux from replacing {@code ${…}} in the file. */
  static final String FLUX_SUBSTITUTE = "kustomize.toolkit.fluxcd.io/substitute";

  private CompiledGraphWriter() {}

  /**
   * The object as plain JSON, keys in the order in which they are to be written.
   *
   * @param compiled the graph and the digests that tie it to its definition and its CRD
   */
  public static Map<String, Object> toJson(CompiledGraph compiled) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", compiled.graph().name());
    metadata.put("annotations", Map.of(FLUX_SUBSTITUTE, "disabled"));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", CompiledGraph.API_VERSION);
    object.put("kind", CompiledGraph.KIND);
    object.put("metadata", metadata);
    object.put("spec", spec(compiled));
    return object;
  }

  /**
   * The digest that guards the graph against later edits.
   *
   * @param name the name of the object
   * @param spec the spec; its own field {@code digest} does not count
   */
  static Digest digest(String name, Map<String, ? extends @Nullable Object> spec) {
    Map<String, @Nullable Object> guarded = new LinkedHashMap<>(spec);
    guarded.remove("digest");
    return Digest.ofJson(Map.of("name", name, "spec", guarded));
  }

  private static Map<String, Object> spec(CompiledGraph compiled) {
    ResourceGraph graph = compiled.graph();
    Map<String, Object> crd = new LinkedHashMap<>();
    crd.put("name", graph.api().crdName());
    crd.put("digest", compiled.crd().text());
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("formatVersion", (long) CompiledGraph.FORMAT_VERSION);
    spec.put("digest", "");
    spec.put("source", Map.of("digest", compiled.source().text()));
    spec.put("crd", crd);
    spec.put("api", type(graph.api()));
    putUnlessEmpty(
        spec,
        "requiredTypes",
        graph.requiredTypes().stream().map(CompiledGraphWriter::type).toList());
    putUnlessEmpty(spec, "nodes", graph.nodes().stream().map(CompiledGraphWriter::node).toList());
    putUnlessEmpty(spec, "status", status(graph));
    putUnlessEmpty(spec, "controller", controller(graph.settings()));
    spec.put("digest", digest(graph.name(), spec).text());
    return spec;
  }

  private static Map<String, Object> type(ApiType type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("apiVersion", type.gvk().apiVersion());
    json.put("kind", type.gvk().kind());
    json.put("plural", type.plural());
    json.put("scope", type.scope().text());
    return json;
  }

  private static Map<String, Object> node(Node node) {
    Node.Core core = node.core();
    NodeType type = NodeType.of(node);
    ExpressionTable table = new ExpressionTable();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", core.id());
    json.put("type", type.text());
    json.putAll(type(core.type()));
    putUnlessEmpty(json, "dependencies", core.dependencies());
    json.put("applyOrder", (long) core.applyOrder());
    putUnlessEmpty(json, "includeWhen", table.addAll(core.includeWhen()));
    putUnlessEmpty(json, "readyWhen", table.addAll(core.readyWhen()));
    if (node instanceof Node.Collection collection) {
      json.put("forEach", collection.forEach().stream().map(d -> dimension(d, table)).toList());
    }
    json.put(type.bodyField(), fields(node.body(), table));
    putUnlessEmpty(json, "expressions", expressions(table));
    return json;
  }

  private static Map<String, Object> dimension(Node.Dimension dimension, ExpressionTable table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", dimension.name());
    json.put("list", table.add(dimension.list()));
    return json;
  }

  private static Map<String, Object> status(ResourceGraph graph) {
    ExpressionTable table = new ExpressionTable();
    Map<String, Object> json = new LinkedHashMap<>();
    putUnlessEmpty(json, "fields", fields(graph.status(), table));
    putUnlessEmpty(json, "conditions", table.addAll(graph.conditions()));
    putUnlessEmpty(json, "expressions", expressions(table));
    return json;
  }

  private static Map<String, Object> controller(ControllerSettings settings) {
    Map<String, Object> json = new LinkedHashMap<>();
    settings.workers().ifPresent(workers -> json.put("workers", (long) workers));
    putDuration(json, "resync", settings.resync());
    putDuration(json, "requeue", settings.requeue());
    putDuration(json, "minRetryDelay", settings.minRetryDelay());
    putDuration(json, "maxRetryDelay", settings.maxRetryDelay());
    return json;
  }

  private static void putDuration(
      Map<String, Object> json, String field, Optional<Duration> duration) {
    duration.ifPresent(value -> json.put(field, DurationText.write(value)));
  }

  private static Map<String, Object> fields(FieldValue.Fields fields, ExpressionTable table) {
    Map<String, Object> json = new LinkedHashMap<>();
    fields.fields().forEach((name, value) -> json.put(name, value(value, table)));
    return json;
  }

  private static Object value(FieldValue value, ExpressionTable table) {
    if (value instanceof FieldValue.Fields fields) {
      return fields(fields, table);
    }
    if (value instanceof FieldValue.Items items) {
      return items.items().stream().map(item -> value(item, table)).toList();
    }
    if (value instanceof FieldValue.Computed computed) {
      return table.add(computed.expression());
    }
    Object literal = ((FieldValue.Literal) value).value();
    if (literal == null) {
      return TemplateText.NULL;
    }
    return literal instanceof String text ? TemplateText.ofLiteral(text) : literal;
  }

  private static List<Map<String, Object>> expressions(ExpressionTable table) {
    return table.entries().stream().map(CompiledGraphWriter::expression).toList();
  }

  private static Map<String, Object> expression(GraphExpression expression) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", expression.text());
    json.put("type", expression.type());
    putUnlessEmpty(json, "references", expression.references());
    putUnlessEmpty(
        json, "reads", expression.reads().stream().map(CompiledGraphWriter::read).toList());
    return json;
  }

  private static Map<String, Object> read(GraphExpression.Read read) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", ReadPath.write(read));
    if (read.conversion() != GraphExpression.Conversion.NONE) {
      json.put("conversion", read.conversion().text());
    }
    return json;
  }

  private static void putUnlessEmpty(Map<String, Object> json, String field, List<?> value) {
    if (!value.isEmpty()) {
      json.put(field, value);
    }
  }

  private static void putUnlessEmpty(Map<String, Object> json, String field, Map<?, ?> value) {
    if (!value.isEmpty()) {
      json.put(field, value);
    }
  }
}
