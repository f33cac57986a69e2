package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.GraphExpression.Conversion;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small graph of every kind of node, and short ways to write graphs down. */
final class SampleGraph {
  static final ApiType WEB_APP = type("kro.run", "v1alpha1", "WebApp", "webapps");

  private SampleGraph() {}

  static CompiledGraph compiled() {
    return new CompiledGraph(graph(), Digest.ofText("source"), Digest.ofText("crd"));
  }

  static ResourceGraph graph() {
    return new ResourceGraph(
        "webapp",
        WEB_APP,
        List.of(database(), deployment(), shards(), peers()),
        fields("url", computed("\"https://\" + (schema.spec.host)", "string", "schema.spec.host")),
        List.of(expression("[{'type': \"Up\"}]", "list(kro.run.Condition)")),
        new ControllerSettings(
            Optional.of(2),
            Optional.of(Duration.ofHours(10)),
            Optional.empty(),
            Optional.of(Duration.ofMillis(200)),
            Optional.empty()));
  }

  private static Node database() {
    ApiType secret = type("", "v1", "Secret", "secrets");
    return new Node.External(
        core("database", secret, List.of(), 1),
        object("v1", "Secret", fields("name", computed("schema.spec.db", "string"))));
  }

  private static Node deployment() {
    ApiType type = type("apps", "v1", "Deployment", "deployments");
    GraphExpression wanted = expression("schema.spec.replicas > 0", "bool", "schema.spec.replicas");
    GraphExpression ready =
        expression(
            "deployment.status.readyReplicas > 0", "bool", "deployment.status.readyReplicas");
    GraphExpression password =
        new GraphExpression(
            "string(database.data.password)",
            "string",
            List.of("database"),
            List.of(
                new GraphExpression.Read(
                    "database", List.of("data", "password"), Conversion.BYTES)));
    FieldValue.Fields spec =
        fields(
            "replicas", computed("schema.spec.replicas", "int", "schema.spec.replicas"),
            "paused", new FieldValue.Literal(false),
            "nothing", new FieldValue.Literal(null),
            "command", items(literal("/bin/sh\nexec ${APP}\n"), literal("${APP}"), literal("$(X)")),
            "password", new FieldValue.Computed(password));
    Node.Core core =
        new Node.Core("deployment", type, List.of("database"), 2, List.of(wanted), List.of(ready));
    return new Node.Resource(
        core, template("apps/v1", "Deployment", "${schema.metadata.name}", spec));
  }

  private static Node shards() {
    ApiType type = type("", "v1", "ConfigMap", "configmaps");
    return new Node.Collection(
        core("shards", type, List.of(), 2),
        List.of(new Node.Dimension("zone", expression("schema.spec.zones", "list(string)"))),
        template("v1", "ConfigMap", "${schema.metadata.name + \"-\" + zone}", fields()));
  }

  private static Node peers() {
    ApiType type = type("", "v1", "Namespace", "namespaces", Scope.CLUSTER);
    return new Node.ExternalCollection(
        core("peers", type, List.of(), 2),
        object("v1", "Namespace", fields("selector", fields("matchLabels", fields("a", "b")))));
  }

  static Node.Core core(String id, ApiType type, List<String> dependencies, int applyOrder) {
    return new Node.Core(id, type, dependencies, applyOrder, List.of(), List.of());
  }

  static ApiType type(String group, String version, String kind, String plural) {
    return type(group, version, kind, plural, Scope.NAMESPACED);
  }

  static ApiType type(String group, String version, String kind, String plural, Scope scope) {
    return new ApiType(new GroupVersionKind(group, version, kind), plural, scope);
  }

  /** A manifest whose name is an expression, given with its delimiters. */
  static FieldValue.Fields template(
      String apiVersion, String kind, String name, FieldValue.Fields spec) {
    String text = name.substring(2, name.length() - 1);
    FieldValue.Fields metadata = fields("name", computed(text, "string"));
    return fields("apiVersion", apiVersion, "kind", kind, "metadata", metadata, "spec", spec);
  }

  static FieldValue.Fields object(String apiVersion, String kind, FieldValue.Fields metadata) {
    return fields("apiVersion", apiVersion, "kind", kind, "metadata", metadata);
  }

  /** Fields from alternating names and values; a string is a literal. */
  static FieldValue.Fields fields(Object... namesAndValues) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      fields.put(
          (String) namesAndValues[i],
          value instanceof String text ? literal(text) : (FieldValue) value);
    }
    return new FieldValue.Fields(fields);
  }

  static FieldValue.Items items(FieldValue... items) {
    return new FieldValue.Items(Arrays.asList(items));
  }

  static FieldValue literal(Object value) {
    return new FieldValue.Literal(value);
  }

  static FieldValue computed(String text, String type, String... reads) {
    return new FieldValue.Computed(expression(text, type, reads));
  }

  static GraphExpression expression(String text, String type, String... reads) {
    List<GraphExpression.Read> all =
        Arrays.stream(reads)
            .map(read -> ReadPath.read(read.replace('.', '/'), Conversion.NONE))
            .toList();
    List<String> references = all.stream().map(GraphExpression.Read::variable).distinct().toList();
    return new GraphExpression(text, type, references, all);
  }
}
