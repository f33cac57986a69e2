package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.evaluate;
import static io.kro4j.compiler.instance.TestGraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes of several objects, our own. */
class CollectionTest {
  private static final InstanceGraph PAIRS =
      TestGraph.of(
          """
            status:
              names: ${pairs.map(p, p.metadata.name)}
          resources:
            - id: pairs
              forEach: [{name: "${schema.spec.names}"}, {zone: "${schema.spec.zones}"}]
              readyWhen: ["${each.data.ready == 'yes'}"]
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${name}-${zone}"}
                data: {size: "${string(schema.spec.size)}"}
            - id: copies
              forEach: [{pair: "${pairs}"}]
              template:
                apiVersion: v1
                kind: Secret
                metadata: {name: "${pair.metadata.name}"}
          """);

  @Test
  void isTheProductInOrder() {
    Decision.Desired desired = pairs("{names: [a, b], zones: [u, v, w], size: 1}", 1000);

    assertThat(desired.objects())
        .extracting(DesiredObject::name)
        .containsExactly("a-u", "a-v", "a-w", "b-u", "b-v", "b-w");
    assertThat(desired.objects())
        .extracting(DesiredObject::index)
        .containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(desired.objects()).extracting(DesiredObject::size).containsOnly(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          {names: [], zones: [x]} => desired 0
          {names: [a], zones: []} => desired 0
          {names: []} => desired 0
          {names: [a]} => waiting for schema.spec.zones: `forEach.zone` needs `schema.spec.zones`, which is not set
          {names: null, zones: [x]} => waiting for schema.spec.names: `forEach.name` needs `schema.spec.names`, which is not set
          {names: a, zones: [x]} => failed: `forEach.name`: `a` is not a list, in `schema.spec.names`
          {names: [a, a], zones: [x], size: 1} => failed: identity collision: more than one object of the collection is ConfigMap default/a-x
          {names: [a, b], zones: [x, y], size: 1} => failed: `forEach`: a collection of 4 objects is over the maximum of 3
          {names: [a], zones: [x]} => waiting for schema.spec.size: `data.size` needs `schema.spec.size`, which is not set
          {names: [A], zones: [x], size: 1} => failed: `metadata.name`: `A-x` is not a name: it may hold lower-case letters, digits, `-` and `.`, and begins and ends with a letter or digit
          """)
  void dependsOnTheDimensions(String spec, String expected) {
    EvaluationOptions options = new EvaluationOptions(EvaluationOptions.DEFAULT.limits(), 3);

    assertThat(DecisionTest.text(PAIRS.evaluate(TestGraph.shop(spec), options).decide("pairs")))
        .isEqualTo(expected);
  }

  /** The product of the two lists would not fit any memory. */
  @Test
  void countsBeforeItMakesTheProduct() {
    List<String> many = Collections.nCopies(200_000, "a");
    Map<String, Object> instance =
        JsonObjects.with(TestGraph.shop("{}"), "spec", Map.of("names", many, "zones", many));

    assertThat(
            DecisionTest.text(PAIRS.evaluate(instance, EvaluationOptions.DEFAULT).decide("pairs")))
        .isEqualTo(
            "failed: `forEach`: a collection of 40000000000 objects is over the maximum of 1000");
  }

  @Test
  void takesNullForAnItem() {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: parts
                forEach: [{part: "${cel.bind(x, dyn(null), [x])}"}]
                template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${part}"}}
            """);

    assertThat(DecisionTest.text(evaluate(graph, "{}").decide("parts")))
        .isEqualTo("failed: `metadata.name`: an object needs a name");
  }

  @Test
  void isReadyWhenEveryObjectIs() {
    InstanceEvaluation pass = evaluate(PAIRS, "{names: [a, b], zones: [x], size: 1}");
    pass.decide("pairs");

    assertThat(pass.observe("pairs", Observation.of(Arrays.asList(pair("a-x", "yes"), null))))
        .isEqualTo(
            new Readiness.NotReady(
                Readiness.Why.ABSENT,
                "1 of 2 objects are not ready; ConfigMap default/b-x: the object is not there yet"));
    assertThat(pass.decide("copies")).isInstanceOf(Decision.Waiting.class);
    assertThat(pass.status().fields()).isEqualTo(Map.of("names", List.of("a-x")));
    assertThat(pass.resources().stream().limit(2).map(each -> each.node().state()))
        .containsExactly(NodeStatus.State.SYNCED, NodeStatus.State.WAITING_FOR_READINESS);
    assertThat(
            pass.observe("pairs", Observation.of(List.of(pair("a-x", "yes"), pair("b-x", "no")))))
        .isEqualTo(
            new Readiness.NotReady(
                Readiness.Why.CONDITION,
                "1 of 2 objects are not ready; ConfigMap default/b-x: `readyWhen` does not hold:"
                    + " `each.data.ready == 'yes'`"));
    assertThat(
            pass.observe("pairs", Observation.of(List.of(pair("a-x", "yes"), pair("b-x", "yes")))))
        .isEqualTo(new Readiness.Ready());

    Decision.Desired copies = (Decision.Desired) pass.decide("copies");
    assertThat(copies.objects())
        .extracting(DesiredObject::identity)
        .containsExactly("Secret default/a-x", "Secret default/b-x");
  }

  @Test
  void isReadyWithoutObjects() {
    InstanceEvaluation pass = evaluate(PAIRS, "{names: [], zones: [x], size: 1}");
    pass.decide("pairs");

    assertThat(pass.observe("pairs", Observation.of(List.of()))).isEqualTo(new Readiness.Ready());
    assertThat(pass.decide("copies")).isEqualTo(new Decision.Desired(List.of()));
    assertThat(pass.resources()).extracting(ObjectStatus::name).containsExactly(null, null);
    assertThat(pass.status().fields()).isEqualTo(Map.of("names", List.of()));
  }

  @Test
  void tellsOfDeletionAndFailureFirst() {
    InstanceEvaluation pass = evaluate(PAIRS, "{names: [a, b], zones: [x], size: 1}");
    pass.decide("pairs");
    Map<String, Object> deleted =
        json("{metadata: {name: b-x, deletionTimestamp: '2026-01-01T00:00:00Z'}}");

    assertThat(pass.observe("pairs", Observation.of(List.of(pair("a-x", "no"), deleted))))
        .isEqualTo(
            new Readiness.NotReady(
                Readiness.Why.DELETING,
                "2 of 2 objects are not ready; ConfigMap default/b-x: the object is being deleted"));
    assertThat(
            pass.observe(
                "pairs", Observation.of(Arrays.asList(null, deleted)).withFailure(0, "forbidden")))
        .isEqualTo(new Readiness.Failed("ConfigMap default/a-x: forbidden"));
  }

  private static Decision.Desired pairs(String spec, int maxSize) {
    EvaluationOptions options = new EvaluationOptions(EvaluationOptions.DEFAULT.limits(), maxSize);
    return (Decision.Desired) PAIRS.evaluate(TestGraph.shop(spec), options).decide("pairs");
  }

  private static Map<String, Object> pair(String name, String ready) {
    return json("{metadata: {name: %s}, data: {ready: '%s'}}".formatted(name, ready));
  }
}
