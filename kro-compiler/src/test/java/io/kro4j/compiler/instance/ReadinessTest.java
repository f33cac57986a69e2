package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.evaluate;
import static io.kro4j.compiler.instance.TestGraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code readyWhen} says of objects, which it reads as they are. */
class ReadinessTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          ["${node.metadata.name == 'x'}"] => ready
          [] => ready
          ["${node.metadata.name == 'x'}", "${has(node.data.k)}"] => ready
          ["${node.metadata.name == 'x'}", "${!has(node.data.k)}"] => not yet: `readyWhen` does not hold: `!has(node.data.k)`
          ["${string(dyn(node.data.k)) == 'djE='}"] => ready
          ["${node.data.nothing == b''}"] => not yet: `readyWhen` cannot be told yet, as `node.data.nothing` is not there: `node.data.nothing == b''`
          ["${dyn(node).status.phase == null}"] => ready
          ["${node.metadata.?labels[?'on'].optMap(l, l == 'yes')}"] => not yet: `readyWhen` does not hold: `node.metadata.?labels[?'on'].optMap(l, l == 'yes')`
          ["${false}", "${1 / size(node.metadata.name.substring(1)) == 1}"] => failed: `readyWhen`: / by zero, in `1 / size(node.metadata.name.substring(1)) == 1`
          ["${node.immutable}"] => failed: `readyWhen`: `3` is not true or false, in `node.immutable`
          """)
  void asksReadyWhen(String readyWhen, String expected) {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: node
                readyWhen: %s
                template: {apiVersion: v1, kind: Secret, metadata: {name: x}}
            """
                .formatted(readyWhen));
    InstanceEvaluation pass = evaluate(graph, "{}");
    pass.decide("node");

    Readiness readiness =
        pass.observe(
            "node",
            Observation.of(
                json(
                    "{metadata: {name: x}, immutable: 3, data: {k: djE=}, status: {phase: null}}")));

    assertThat(text(readiness)).isEqualTo(expected);
  }

  /** For an object of a collection nothing is no answer. */
  @Test
  void takesNullForFalseOfASingleObjectOnly() {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: node
                forEach: [{part: "${['a']}"}]
                readyWhen: ["${each.metadata.?labels[?'k'].optMap(l, l == 'yes')}"]
                template: {apiVersion: v1, kind: Secret, metadata: {name: "${part}"}}
            """);
    InstanceEvaluation pass = evaluate(graph, "{}");
    pass.decide("node");

    assertThat(text(pass.observe("node", Observation.of(List.of(json("{metadata: {name: a}}"))))))
        .startsWith("failed: Secret default/a: `readyWhen`: `null` is not true or false");
  }

  /** As in a cluster: converted for templates and status, raw for {@code readyWhen}. */
  @Test
  void convertsForTemplatesOnly() {
    InstanceGraph graph =
        TestGraph.of(
            """
              status:
                password: ${string(node.data.password)}
            resources:
              - id: node
                readyWhen: ["${dyn(node.data.password) == 'aGVsbG8='}"]
                template: {apiVersion: v1, kind: Secret, metadata: {name: x}}
              - id: copy
                template:
                  {apiVersion: v1, kind: ConfigMap, metadata: {name: copy}, data: {p: "${string(node.data.password)}"}}
            """);
    InstanceEvaluation pass = evaluate(graph, "{}");
    pass.decide("node");

    pass.observe("node", Observation.of(json("{metadata: {name: x}, data: {password: aGVsbG8=}}")));

    Decision.Desired copy = (Decision.Desired) pass.decide("copy");
    assertThat(copy.objects().get(0).json()).extracting("data.p").isEqualTo("hello");
    assertThat(pass.status().fields()).containsEntry("password", "hello");
  }

  private static String text(Readiness readiness) {
    if (readiness instanceof Readiness.NotReady not) {
      return "not yet: " + not.message();
    }
    return readiness instanceof Readiness.Failed failed ? "failed: " + failed.message() : "ready";
  }
}
