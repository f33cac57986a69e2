package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.expression.Limits;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided about one node that depends on nothing but the instance. */
class DecisionTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ["${schema.spec.enabled}"] => {enabled: true} => desired ConfigMap default/config
          ["${schema.spec.enabled}"] => {enabled: false} => excluded: `includeWhen` does not hold: `schema.spec.enabled`
          ["${schema.spec.enabled}", "${schema.spec.size > 1}"] => {enabled: true, size: 1} => excluded: `includeWhen` does not hold: `schema.spec.size > 1`
          ["${schema.spec.enabled}", "${schema.spec.size > 1}"] => {enabled: false} => excluded: `includeWhen` does not hold: `schema.spec.enabled`
          ["${schema.spec.size > 1}", "${schema.spec.enabled}"] => {enabled: false} => excluded: `includeWhen` does not hold: `schema.spec.enabled`
          ["${schema.spec.size > 1}"] => {} => failed: `includeWhen[0]`: `schema.spec.size` is not there, in `schema.spec.size > 1`
          ["${schema.spec.size > 1}"] => {size: null} => failed: `includeWhen[0]`: `schema.spec.size` is not there, in `schema.spec.size > 1`
          ["${schema.spec.?enabled}"] => {} => excluded: `includeWhen` does not hold: `schema.spec.?enabled`
          ["${schema.spec.?enabled}"] => {enabled: true} => desired ConfigMap default/config
          ["${schema.spec.enabled}"] => {enabled: 3} => failed: `includeWhen[0]`: `3` is not true or false, in `schema.spec.enabled`
          ["${1 / schema.spec.size > 1}"] => {size: 0} => failed: `includeWhen[0]`: / by zero, in `1 / schema.spec.size > 1`
          ["${true}"] => {} => desired ConfigMap default/config
          """)
  void asksIncludeWhen(String includeWhen, String spec, String expected) {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: config
                includeWhen: %s
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: config}}
            """
                .formatted(includeWhen));

    assertThat(text(evaluate(graph, spec).decide("config"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          "${schema.spec.name}" => {name: web} => desired ConfigMap default/web
          "${schema.spec.name}" => {name: a.b-c.d1} => desired ConfigMap default/a.b-c.d1
          "${schema.spec.name}" => {} => waiting for schema.spec.name: `metadata.name` needs `schema.spec.name`, which is not set
          "${schema.spec.name}" => {name: ''} => failed: `metadata.name`: an object needs a name
          "${schema.spec.?name}" => {} => failed: `metadata.name`: an object needs a name
          "${schema.spec.name}" => {name: 3} => failed: `metadata.name`: a name is a string, not `3`
          "${schema.spec.name}" => {name: My_App} => failed: `metadata.name`: `My_App` is not a name: it may hold lower-case letters, digits, `-` and `.`, and begins and ends with a letter or digit
          "${schema.spec.name}" => {name: a..b} => failed: `metadata.name`: `a..b` is not a name: it may hold lower-case letters, digits, `-` and `.`, and begins and ends with a letter or digit
          "${schema.spec.names.join('')}" => {names: [aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb, aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb, aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbb]} => failed: `metadata.name`: a name has at most 253 characters, not 254
          web, namespace: "${schema.spec.name}" => {name: other} => desired ConfigMap other/web
          web, namespace: "${schema.spec.name}" => {name: ''} => desired ConfigMap default/web
          web, namespace: "${schema.spec.?name}" => {} => desired ConfigMap default/web
          web, namespace: "${schema.spec.name}" => {name: a.b} => failed: `metadata.namespace`: `a.b` is not the name of a namespace: it may hold up to 63 lower-case letters, digits and `-`, and begins and ends with a letter or digit
          web, labels: {"a/b": "${schema.spec.names[2]}"} => {names: [x]} => waiting: `metadata.labels["a/b"]`: Index out of bounds: 2
          web, labels: {a: "${schema.spec.labels['x']}"} => {labels: {}} => waiting for schema.spec.labels.x: `metadata.labels.a` needs `schema.spec.labels.x`, which is not set
          web, labels: {a: "${string(1 / schema.spec.size)}"} => {size: 0} => failed: `metadata.labels.a`: / by zero, in `string(1 / schema.spec.size)`
          """)
  void findsTheIdentity(String metadata, String spec, String expected) {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: config
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: %s}}
            """
                .formatted(metadata));

    assertThat(text(evaluate(graph, spec).decide("config"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          apiVersion: v1, kind: ConfigMap => web, namespace: "${schema.spec.?zones[?0]}" => failed: `metadata.namespace`: a namespace is needed, as the instance itself is in none
          apiVersion: v1, kind: ConfigMap => web, namespace: "${schema.spec.name}" => desired ConfigMap other/web
          apiVersion: v1, kind: Namespace => "${schema.spec.name}" => desired Namespace other
          apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole => "system:${schema.spec.name}" => desired ClusterRole.rbac.authorization.k8s.io system:other
          """)
  void needsANamespaceWhereTheInstanceHasNone(String type, String metadata, String expected) {
    assertThat(clusterScoped(type, metadata)).isEqualTo(expected);
  }

  private static String clusterScoped(String type, String metadata) {
    InstanceGraph graph =
        TestGraph.clusterScoped(
            """
            resources:
              - id: node
                template: {%s, metadata: {name: %s}}
            """
                .formatted(type, metadata));
    Map<String, Object> instance = TestGraph.json("{metadata: {name: one}, spec: {name: other}}");
    return text(graph.evaluate(instance, EvaluationOptions.DEFAULT).decide("node"));
  }

  @Test
  void leavesOutWhatIsOmittedAndKeepsNulls() {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: config
                template:
                  apiVersion: v1
                  kind: Pod
                  metadata:
                    name: config
                    labels: {a: "${schema.spec.?name.orValue(omit())}", b: kept}
                    annotations: "${dyn({'x': omit(), 'yy': 'z'})}"
                  spec:
                    hostname: "${schema.spec.?name}"
                    containers:
                      - {name: a, args: ["${schema.spec.?name.orValue(omit())}", "${'b'}"]}
            """);

    Decision.Desired desired = (Decision.Desired) evaluate(graph, "{}").decide("config");

    assertThat(desired.objects().get(0).json())
        .isEqualTo(
            TestGraph.json(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: config, namespace: default, labels: {b: kept}, annotations: {yy: z}}
                spec: {hostname: null, containers: [{name: a, args: [b]}]}
                """));
  }

  @Test
  void readsNoStatusOfTheInstance() {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: config
                includeWhen: ["${!('status' in dyn(schema))}"]
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: config}}
            """);
    Map<String, Object> instance =
        JsonObjects.with(TestGraph.shop("{}"), "status", Map.of("state", "ACTIVE"));

    assertThat(graph.evaluate(instance, EvaluationOptions.DEFAULT).decide("config"))
        .isInstanceOf(Decision.Desired.class);
  }

  @Test
  void cutsOffRunawayExpressions() {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: config
                template:
                  apiVersion: v1
                  kind: ConfigMap
                  metadata:
                    name: x${string(lists.range(500).map(a, lists.range(500).map(b, a * b)).size())}
            """);
    EvaluationOptions tight = new EvaluationOptions(new Limits(10_000, () -> false), 1000);
    EvaluationOptions late = new EvaluationOptions(Limits.DEFAULT.until(() -> true), 1000);

    assertThat(text(graph.evaluate(TestGraph.shop("{}"), tight).decide("config")))
        .startsWith(
            "failed: `metadata.name`: the evaluation takes too much work, in `\"x\" + (str");
    assertThat(text(graph.evaluate(TestGraph.shop("{}"), late).decide("config")))
        .startsWith("failed: `metadata.name`: the evaluation takes too long, in");
  }

  @Test
  void excludesWithoutWaitingForOtherDependencies() {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: slow
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: slow}}
              - id: gone
                includeWhen: ["${schema.spec.enabled}"]
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: gone}}
              - id: last
                includeWhen: ["${slow.metadata.name == 'slow'}"]
                template:
                  {apiVersion: v1, kind: ConfigMap, metadata: {name: "${slow.metadata.name + gone.metadata.name}"}}
            """);
    InstanceEvaluation pass = evaluate(graph, "{enabled: false}");
    pass.decide("gone");

    assertThat(pass.decide("last")).isInstanceOf(Decision.Excluded.class);
  }

  @Test
  void needsTheNodesOfIncludeWhenToBeReady() {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: gate
                readyWhen: ["${has(gate.data.ready)}"]
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: gate}}
              - id: next
                includeWhen: ["${gate.data.open == 'yes'}"]
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: next}}
            """);
    InstanceEvaluation pass = evaluate(graph, "{}");
    pass.decide("gate");

    pass.observe("gate", Observation.of(TestGraph.json("{data: {open: 'no'}}")));
    assertThat(text(pass.decide("next"))).isEqualTo("waiting: waits for node `gate`");
    pass.observe("gate", Observation.of(TestGraph.json("{data: {ready: 'yes'}}")));
    assertThat(text(pass.decide("next")))
        .isEqualTo(
            "waiting for gate.data.open: `includeWhen[0]` needs `gate.data.open`, which is not"
                + " there yet");
    pass.observe("gate", Observation.of(TestGraph.json("{data: {ready: '', open: 'no'}}")));
    assertThat(text(pass.decide("next"))).startsWith("excluded");
  }

  @Test
  void refusesTextThatIsNoExpression() {
    ResourceGraph sound =
        TestGraph.of(
                "resources: [{id: c, template: {apiVersion: v1, kind: ConfigMap, metadata: {name:"
                    + " \"${schema.metadata.name}\"}}}]\n")
            .graph();
    GraphExpression torn =
        new GraphExpression("schema.spec. +", "string", List.of("schema"), List.of());
    Node.Core core = sound.nodes().get(0).core();
    Node damaged =
        new Node.Resource(
            new Node.Core(core.id(), core.type(), List.of(), 1, List.of(torn), List.of()),
            FieldValue.Fields.EMPTY);

    assertThat(
            InstanceGraph.of(
                new ResourceGraph(
                    "shop",
                    sound.api(),
                    List.of(damaged),
                    sound.status(),
                    List.of(),
                    sound.settings())))
        .isEqualTo(
            new PlannedGraph.Rejected(
                "c", "includeWhen[0]", "`schema.spec. +` is not an expression"));
  }

  /** A decision in one line. */
  static String text(Decision decision) {
    if (decision instanceof Decision.Desired desired) {
      return desired.objects().size() == 1
          ? "desired " + desired.objects().get(0).identity()
          : "desired " + desired.objects().size();
    }
    if (decision instanceof Decision.Waiting waiting) {
      Optional<String> missing = waiting.missing().map(path -> " for " + path);
      return "waiting" + missing.orElse("") + ": " + waiting.message();
    }
    if (decision instanceof Decision.Excluded excluded) {
      return "excluded: " + excluded.message();
    }
    return decision instanceof Decision.Failed failed
        ? "failed: " + failed.message()
        : decision.toString();
  }
}
