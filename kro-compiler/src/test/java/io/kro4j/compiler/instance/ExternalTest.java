package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.evaluate;
import static io.kro4j.compiler.instance.TestGraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of somebody else. */
class ExternalTest {
  private static final InstanceGraph GRAPH =
      TestGraph.of(
          """
          resources:
            - id: settings
              readyWhen: ["${settings.data.ready == 'yes'}"]
              externalRef: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${schema.spec.name}"}}
            - id: peers
              readyWhen: ["${each.data.ready == 'yes'}"]
              externalRef:
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  selector:
                    matchLabels: {app: "${schema.spec.name}", tier: back}
                    matchExpressions:
                      - {key: zone, operator: In, values: ["${schema.spec.zones[0]}", b]}
                      - {key: old, operator: DoesNotExist}
                      - {key: env, operator: NotIn, values: [test, "${schema.spec.name}"]}
                      - {key: owner, operator: Exists}
            - id: counted
              readyWhen: ["${counted.size() >= 2}"]
              externalRef:
                {apiVersion: v1, kind: ConfigMap, metadata: {namespace: other, selector: {}}}
            - id: copy
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: copy}
                data: {names: "${peers.map(p, p.metadata.name).join(',')}"}
          """);
  private static final String SPEC = "{name: web, zones: [a, b]}";

  @Test
  void isLookedUpByNameInTheNamespaceOfTheInstance() {
    InstanceEvaluation pass = evaluate(GRAPH, SPEC);

    Decision.Lookup lookup = (Decision.Lookup) pass.decide("settings");

    assertThat(lookup.namespace() + "/" + lookup.name()).isEqualTo("default/web");
    assertThat(pass.observe("settings", Observation.absent()))
        .isEqualTo(
            new Readiness.NotReady(
                Readiness.Why.ABSENT,
                "waiting for external reference `settings`: ConfigMap default/web is not found"));
    assertThat(pass.observe("settings", Observation.of(object("web", "no"))))
        .isInstanceOf(Readiness.NotReady.class);
    assertThat(pass.observe("settings", Observation.of(object("web", "yes"))))
        .isEqualTo(new Readiness.Ready());
    assertThat(pass.resources().get(0).name()).isEqualTo("web");
    assertThat(pass.observe("settings", Observation.absent().withFailure(0, "forbidden")))
        .isEqualTo(new Readiness.Failed("forbidden"));
  }

  @Test
  void isLookedUpByLabels() {
    Decision.LookupAll lookup = (Decision.LookupAll) evaluate(GRAPH, SPEC).decide("peers");

    assertThat(lookup.namespace()).isNull();
    assertThat(lookup.selector().text())
        .isEqualTo("app=web,tier=back,zone in (a,b),!old,env notin (test,web),owner");
    assertThat(
            lookup
                .selector()
                .matches(Map.of("app", "web", "tier", "back", "zone", "b", "owner", "")))
        .isTrue();
    assertThat(
            lookup
                .selector()
                .matches(Map.of("app", "web", "tier", "back", "zone", "c", "owner", "x")))
        .isFalse();
    assertThat(
            lookup
                .selector()
                .matches(
                    Map.of("app", "web", "tier", "back", "zone", "b", "owner", "x", "old", "")))
        .isFalse();
  }

  @Test
  void isLookedUpWithoutASelector() {
    Decision.LookupAll lookup = (Decision.LookupAll) evaluate(GRAPH, SPEC).decide("counted");

    assertThat(lookup.namespace()).isEqualTo("other");
    assertThat(lookup.selector().text()).isEmpty();
    assertThat(lookup.selector().matches(Map.of())).isTrue();
  }

  @Test
  void isReadyWhenEachMatchIs() {
    InstanceEvaluation pass = evaluate(GRAPH, SPEC);
    pass.decide("peers");

    assertThat(pass.observe("peers", Observation.of(List.of()))).isEqualTo(new Readiness.Ready());
    assertThat(
            pass.observe("peers", Observation.of(List.of(object("b", "yes"), object("a", "no")))))
        .isEqualTo(
            new Readiness.NotReady(
                Readiness.Why.CONDITION,
                "1 of 2 objects are not ready; ConfigMap default/a: `readyWhen` does not hold:"
                    + " `each.data.ready == 'yes'`"));
    assertThat(
            pass.observe("peers", Observation.of(List.of(object("b", "yes"), object("a", "yes")))))
        .isEqualTo(new Readiness.Ready());
    Decision.Desired copy = (Decision.Desired) pass.decide("copy");
    assertThat(copy.objects().get(0).json().get("data")).isEqualTo(Map.of("names", "a,b"));
  }

  @Test
  void isReadyWhenTheListIs() {
    InstanceEvaluation pass = evaluate(GRAPH, SPEC);
    pass.decide("counted");

    assertThat(pass.observe("counted", Observation.of(List.of())))
        .isInstanceOf(Readiness.NotReady.class);
    assertThat(pass.observe("counted", Observation.of(List.of(object("a", "")))))
        .isInstanceOf(Readiness.NotReady.class);
    assertThat(pass.observe("counted", Observation.of(List.of(object("a", ""), object("b", "")))))
        .isEqualTo(new Readiness.Ready());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '^',
      textBlock =
          """
          {matchLabels: {a: "${schema.spec.data}"}} => `metadata.selector.matchLabels.a`: `{x=1}` is not the value of a label
          {matchLabels: {a: "${schema.spec.name}"}} => `metadata.selector.matchLabels.a`: `not a label` is not the value of a label
          {matchExpressions: [{key: a, operator: In, values: []}]} => `metadata.selector.matchExpressions`: `In` needs values
          """)
  void refusesSelectorsThatCannotBe(String selector, String expected) {
    InstanceGraph graph =
        TestGraph.of(
            """
            resources:
              - id: peers
                externalRef: {apiVersion: v1, kind: ConfigMap, metadata: {selector: %s}}
            """
                .formatted(selector));

    assertThat(evaluate(graph, "{name: not a label, data: {x: 1}, names: []}").decide("peers"))
        .isEqualTo(new Decision.Failed(expected));
  }

  private static Map<String, Object> object(String name, String ready) {
    return json(
        "{metadata: {name: %s, namespace: default}, data: {ready: '%s'}}".formatted(name, ready));
  }
}
