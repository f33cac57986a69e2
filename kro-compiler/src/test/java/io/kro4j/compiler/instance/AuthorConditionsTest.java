package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions that the author writes instead of kro's. */
class AuthorConditionsTest {
  private static final String NOW = "2026-02-02T00:00:00Z";
  private static final String BEFORE = "2026-01-01T00:00:00Z";
  private static final String NODE =
      """
      resources:
        - id: node
          template: {apiVersion: v1, kind: ConfigMap, metadata: {name: x}}
        - id: gone
          includeWhen: ["${schema.spec.enabled}"]
          template: {apiVersion: v1, kind: ConfigMap, metadata: {name: gone}}
      """;
  private static final String UP = "${runtime.newCondition({type: 'Up', status: 'True'})}";

  @Test
  void areNoneIfTheAuthorDeclaresNone() {
    InstanceEvaluation pass = TestGraph.evaluate(TestGraph.of(NODE), "{}");

    assertThat(pass.conditions(new ConditionInputs(List.of(), List.of(), 3, NOW))).isEmpty();
  }

  @Test
  void areWrittenInOrderWithWhatBelongsToThem() {
    AuthorConditions conditions =
        evaluate(
            List.of(),
            """
            ${runtime.newCondition({type: 'B', status: runtime.condition(schema, 'Ready').status, reason: 'Why', message: schema.metadata.name})}
            ${schema.spec.names.map(n, runtime.newCondition({type: n, status: 'Unknown'}))}
            ${runtime.newCondition({type: 'Node', status: has(node.data.x) ? 'True' : 'False'})}
            """);

    assertThat(conditions.problems()).isEmpty();
    assertThat(conditions.conditions())
        .containsExactly(
            json(
                """
                type: B
                status: "False"
                observedGeneration: 3
                lastTransitionTime: '2026-02-02T00:00:00Z'
                reason: Why
                message: one
                """),
            condition("L", "Unknown", NOW),
            condition("A", "Unknown", NOW),
            condition("Node", "False", NOW));
  }

  @Test
  void keepTheTimeUntilTheStatusChanges() {
    List<Map<String, Object>> previous =
        List.of(
            condition("L", "Unknown", BEFORE),
            condition("A", "True", BEFORE),
            condition("Gone", "True", BEFORE));

    assertThat(
            evaluate(
                    previous,
                    "${schema.spec.names.map(n, runtime.newCondition({type: n, status: 'Unknown'}))}")
                .conditions())
        .containsExactly(condition("L", "Unknown", BEFORE), condition("A", "Unknown", NOW));
  }

  @Test
  void keepOthersWhileSomethingIsPending() {
    List<Map<String, Object>> previous =
        List.of(condition("Up", "False", BEFORE), condition("Kept", "True", BEFORE));
    AuthorConditions conditions =
        evaluate(
            previous,
            UP
                + "\n${runtime.newCondition({type: 'P', status: node.data.later})}"
                + "\n${runtime.newCondition({type: 'O', status: gone.data.later})}");

    assertThat(conditions.problems()).isEmpty();
    assertThat(conditions.conditions())
        .containsExactly(condition("Up", "True", NOW), condition("Kept", "True", BEFORE));
  }

  @Test
  void tellOfWhatIsWrong() {
    List<Map<String, Object>> previous = List.of(condition("D", "True", BEFORE));
    AuthorConditions conditions =
        evaluate(
            previous,
            UP
                + """

                ${runtime.newCondition({type: 'F', status: string(1 / (size(schema.metadata.name) - 3))})}
                ${runtime.newCondition({type: 'S', status: schema.metadata.name})}
                ${runtime.condition(node, 'Nothing')}
                ${dyn('text')}
                ${schema.spec.names.map(n, runtime.newCondition({type: 'D', status: 'True'}))}
                """);

    assertThat(conditions.conditions())
        .containsExactly(condition("Up", "True", NOW), condition("D", "True", BEFORE));
    assertThat(conditions.hasProblems()).isTrue();
    assertThat(conditions.problems())
        .satisfiesExactly(
            one -> assertThat(one).startsWith("/ by zero, in `runtime.newCondition({type: 'F'"),
            two -> assertThat(two).startsWith("runtime.newCondition: `status` must be True"),
            three ->
                assertThat(three)
                    .isEqualTo(
                        "the result is no condition, in `runtime.condition(node, 'Nothing')`"),
            four -> assertThat(four).isEqualTo("the result is no condition, in `dyn('text')`"),
            five -> assertThat(five).isEqualTo("the condition `D` is made 2 times"));
  }

  @Test
  void overlookWhatIsNoConditionInTheCluster() {
    List<Object> previous = new ArrayList<>(List.of("text", Map.of("status", "True")));
    previous.add(null);

    assertThat(evaluate(previous, UP).conditions()).containsExactly(condition("Up", "True", NOW));
  }

  private static AuthorConditions evaluate(List<? extends Object> previous, String expressions) {
    StringBuilder status = new StringBuilder("  status:\n    conditions:\n");
    expressions
        .lines()
        .forEach(line -> status.append("      - >-\n          ").append(line).append('\n'));
    InstanceGraph graph = TestGraph.of(status + NODE);
    InstanceEvaluation pass = TestGraph.evaluate(graph, "{names: [L, A], enabled: false}");
    pass.decide("node");
    pass.observe("node", Observation.of(json("{metadata: {name: x}, data: {}}")));
    pass.decide("gone");
    List<Map<String, Object>> builtIn = List.of(Map.of("type", "Ready", "status", "False"));
    return pass.conditions(new ConditionInputs(builtIn, previous, 3, NOW)).orElseThrow();
  }

  private static Map<String, Object> condition(String type, String status, String time) {
    return json(
        "{type: %s, status: '%s', observedGeneration: 3, lastTransitionTime: '%s'}"
            .formatted(type, status, time));
  }
}
