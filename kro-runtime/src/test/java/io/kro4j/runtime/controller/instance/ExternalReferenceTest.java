package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nodes that refer to objects of others, by name or by labels. */
@ExtendWith(SharedControlPlane.class)
class ExternalReferenceTest {
  private static final String NAMESPACE = "external-references";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-external}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtExternal
          spec:
            named: string
            team: string
        resources:
          - id: named
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.spec.named}"}
            readyWhen: ['${named.data.?ready.orValue("yes") == "yes"}']
          - id: labelled
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                namespace: external-references
                selector:
                  matchLabels: {team: "${schema.spec.team}"}
                  matchExpressions:
                    - {key: hidden, operator: DoesNotExist}
            readyWhen: ['${each.data.?ready.orValue("yes") == "yes"}']
          - id: all
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                namespace: external-references-all
                selector: {}
          - id: everywhere
            externalRef:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                selector: {matchLabels: {everywhere: "${schema.spec.team}"}}
          - id: copy
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-copy"}
              data: {value: "${named.data.value}"}
          - id: list
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-list"}
              data: {values: '${labelled.map(l, l.data.value).sort().join(" ")}'}
          - id: names
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-names"}
              data:
                all: '${all.map(l, l.metadata.name).sort().join(" ")}'
                everywhere: '${everywhere.map(l, l.metadata.namespace).sort().join(" ")}'
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtExternal
      metadata: {name: %s, namespace: external-references}
      spec: {named: %s, team: %s}
      """;
  private static final String OTHER =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: %s, namespace: external-references, labels: {team: %s}}
      data: {value: "%s"}
      """;

  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario = Scenario.of(controlPlane, NAMESPACE, GROUP);
    scenario.apply("{apiVersion: v1, kind: Namespace, metadata: {name: external-references-all}}");
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @Test
  void oneThatIsMissingIsWaitedForAndFollowed() {
    ObjectRef instance = apply("patient", "coming", "patient");

    Response waiting = scenario.awaitState(instance, "IN_PROGRESS");
    scenario.awaitCondition(instance, "ResourcesReady", "False", "`named`");
    assertThat(waiting.hasCondition("GraphResolved")).isTrue();
    scenario.apply(OTHER.formatted("coming", "nobody", "one"));
    scenario.awaitState(instance, "ACTIVE");
    assertThat(scenario.data("patient-copy")).isEqualTo(Map.of("value", "one"));

    scenario.merge(scenario.configMap("coming"), "{\"data\": {\"value\": \"two\"}}");
    scenario.await(
        scenario.configMap("patient-copy"), response -> "two".equals(response.at("data", "value")));

    scenario.api().delete(scenario.configMap("coming"));
    scenario.awaitState(instance, "IN_PROGRESS");
    assertThat(scenario.data("patient-copy")).isEqualTo(Map.of("value", "two"));
  }

  @Test
  void oneThatIsNotReadyIsWaitedFor() {
    scenario.apply(OTHER.formatted("unready", "nobody", "one"));
    scenario.merge(scenario.configMap("unready"), "{\"data\": {\"ready\": \"no\"}}");
    ObjectRef instance = apply("awaiting", "unready", "awaiting");
    scenario.awaitState(instance, "IN_PROGRESS");
    scenario.awaitCondition(instance, "ResourcesReady", "False", "readyWhen");

    scenario.merge(scenario.configMap("unready"), "{\"data\": {\"ready\": \"yes\"}}");

    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void thoseWithTheLabelsAreFollowedAlsoWhenTheyLoseThem() {
    scenario.apply(OTHER.formatted("red-one", "red", "1"));
    scenario.apply(OTHER.formatted("blue-one", "blue", "x"));
    apply("reds", "red-one", "red");
    awaitList("reds", "1");

    scenario.apply(OTHER.formatted("red-two", "red", "2"));
    awaitList("reds", "1 2");
    scenario.merge(scenario.configMap("red-two"), "{\"data\": {\"value\": \"3\"}}");
    awaitList("reds", "1 3");
    scenario.merge(scenario.configMap("red-two"), "{\"metadata\": {\"labels\": {\"team\": null}}}");
    awaitList("reds", "1");
    scenario.merge(
        scenario.configMap("blue-one"), "{\"metadata\": {\"labels\": {\"team\": \"red\"}}}");
    awaitList("reds", "1 x");
    scenario.merge(
        scenario.configMap("blue-one"), "{\"metadata\": {\"labels\": {\"hidden\": \"\"}}}");
    awaitList("reds", "1");

    apply("reds", "red-one", "green");
    awaitList("reds", "");
    scenario.apply(OTHER.formatted("green-one", "green", "g"));
    awaitList("reds", "g");
  }

  @Test
  void eachOfThoseWithTheLabelsMustBeReady() {
    scenario.apply(OTHER.formatted("each-one", "each", "1"));
    scenario.apply(OTHER.formatted("each-two", "each", "2"));
    scenario.merge(scenario.configMap("each-two"), "{\"data\": {\"ready\": \"no\"}}");
    ObjectRef instance = apply("eachly", "each-one", "each");
    scenario.awaitCondition(instance, "ResourcesReady", "False", "`labelled`", "each-two");
    scenario.awaitState(instance, "IN_PROGRESS");

    scenario.merge(scenario.configMap("each-two"), "{\"data\": {\"ready\": \"yes\"}}");

    scenario.awaitState(instance, "ACTIVE");
    awaitList("eachly", "1 2");
  }

  @Test
  void anEmptySelectorTakesAllOfTheNamespace() {
    scenario.apply(OTHER.formatted("any", "any", "1"));
    apply("everything", "any", "any");
    ObjectRef names = scenario.configMap("everything-names");
    scenario.await(names, response -> "".equals(response.at("data", "all")));

    scenario.apply(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: here, namespace:"
            + " external-references-all}}");

    scenario.await(names, response -> "here".equals(response.at("data", "all")));
  }

  @Test
  void aSelectorWithoutANamespaceLooksEverywhere() {
    scenario.apply(OTHER.formatted("widely", "widely", "1"));
    scenario.activate(INSTANCE.formatted("wide", "widely", "widely"));
    String other =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: wide, namespace: %s, labels:"
            + " {everywhere: widely}}}";

    scenario.apply(other.formatted("external-references-all"));
    scenario.apply(other.formatted("default"));

    scenario.await(
        scenario.configMap("wide-names"),
        response -> "default external-references-all".equals(response.at("data", "everywhere")));
  }

  @Test
  void theyAreNeverTouched() {
    scenario.apply(OTHER.formatted("untouched", "untouched", "1"));
    Response before = scenario.api().get(scenario.configMap("untouched"));
    ObjectRef instance = apply("gentle", "untouched", "untouched");
    scenario.awaitState(instance, "ACTIVE");

    scenario.delete(instance);

    assertThat(scenario.api().get(scenario.configMap("untouched")).body()).isEqualTo(before.body());
  }

  private static void awaitList(String name, String values) {
    scenario.await(
        scenario.configMap(name + "-list"),
        response -> values.equals(response.at("data", "values")));
  }

  private static ObjectRef apply(String name, String named, String team) {
    return ObjectRef.of(scenario.apply(INSTANCE.formatted(name, named, team)).body());
  }
}
