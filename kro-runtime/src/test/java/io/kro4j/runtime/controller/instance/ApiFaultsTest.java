package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ApiException.Kind;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An API server that refuses, is overloaded, or drops connections, and then is well again. */
@ExtendWith(SharedControlPlane.class)
class ApiFaultsTest {
  private static final String NAMESPACE = "api-faults";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-faults}
      spec:
        schema:
          apiVersion: v1alpha1
          group: rt.example.com
          kind: RtFaults
          spec:
            value: string | default="one"
            optional: boolean | default=true
        resources:
          - id: first
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
              data: {value: "${schema.spec.value}"}
          - id: second
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${first.metadata.name}-second"}
          - id: optional
            includeWhen: ["${schema.spec.optional}"]
            template:
              apiVersion: v1
              kind: ServiceAccount
              metadata: {name: "${schema.metadata.name}"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtFaults
      metadata: {name: %s, namespace: api-faults}
      """;

  private static final List<FaultyCluster> CLUSTERS = new ArrayList<>();
  private static Scenario scenario;

  @BeforeAll
  static void serve(ControlPlane controlPlane) {
    scenario =
        Scenario.of(
            controlPlane,
            NAMESPACE,
            GROUP,
            cluster -> {
              FaultyCluster faulty = new FaultyCluster(cluster);
              CLUSTERS.add(faulty);
              return faulty;
            });
  }

  @AfterEach
  void heal() {
    cluster().heal();
  }

  @AfterAll
  static void end() {
    scenario.close();
  }

  @ParameterizedTest
  @CsvSource({
    "apply, configmaps, CONFLICT, 409",
    "apply, configmaps, SERVER, 500",
    "apply, configmaps, TOO_MANY_REQUESTS, 429",
    "apply, configmaps, UNREACHABLE, 0",
    "apply, rtfaults, CONFLICT, 409",
    "apply, rtfaults, SERVER, 503",
    "patchStatus, rtfaults, CONFLICT, 409",
    "patchStatus, rtfaults, SERVER, 500",
    "patchStatus, rtfaults, UNREACHABLE, 0"
  })
  void aRequestThatFailsSomeTimesIsTriedAgain(String verb, String resource, Kind kind, int code) {
    String name = (verb + "-" + resource + "-" + code).toLowerCase(Locale.ROOT);
    AtomicInteger times = new AtomicInteger(3);
    cluster()
        .add(
            (what, target) ->
                what.equals(verb)
                        && target.startsWith(resource + " " + name)
                        && times.getAndDecrement() > 0
                    ? failure(kind, code, null)
                    : null);

    scenario.activate(INSTANCE.formatted(name));

    assertThat(times.get()).isNegative();
    assertThat(scenario.api().get(scenario.configMap(name + "-second")).ok()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "delete, configmaps, SERVER, 500",
    "delete, configmaps, CONFLICT, 409",
    "delete, configmaps, UNREACHABLE, 0",
    "patch, rtfaults, CONFLICT, 409",
    "patch, rtfaults, SERVER, 500"
  })
  void aDeletionThatFailsSomeTimesIsTriedAgain(String verb, String resource, Kind kind, int code) {
    String name = (verb + "-" + resource + "-" + code).toLowerCase(Locale.ROOT);
    ObjectRef instance = ObjectRef.of(scenario.activate(INSTANCE.formatted(name)).body());
    AtomicInteger times = new AtomicInteger(3);
    cluster()
        .add(
            (what, target) ->
                what.equals(verb)
                        && target.startsWith(resource + " " + name)
                        && times.getAndDecrement() > 0
                    ? failure(kind, code, null)
                    : null);

    scenario.delete(instance);

    assertThat(times.get()).isNegative();
    assertThat(scenario.api().get(scenario.configMap(name)).status()).isEqualTo(404);
    assertThat(scenario.api().get(scenario.configMap(name + "-second")).status()).isEqualTo(404);
  }

  @Test
  void aPruneThatFailsSomeTimesIsTriedAgain() {
    ObjectRef instance = ObjectRef.of(scenario.activate(INSTANCE.formatted("pruned")).body());
    AtomicInteger times = new AtomicInteger(3);
    cluster()
        .add(
            (what, target) ->
                what.equals("delete") && times.getAndDecrement() > 0
                    ? failure(Kind.SERVER, 500, null)
                    : null);

    scenario.merge(instance, "{\"spec\": {\"optional\": false}}");

    scenario.awaitGone(scenario.ref("v1", "ServiceAccount", "pruned"));
    scenario.awaitState(instance, "ACTIVE");
  }

  @Test
  void anOverloadedApiServerIsLeftAloneAsLongAsItSays() {
    List<Long> asked = new CopyOnWriteArrayList<>();
    cluster()
        .add(
            (what, target) -> {
              if (!what.equals("apply") || !target.equals("configmaps overloaded")) {
                return null;
              }
              asked.add(System.nanoTime());
              return asked.size() == 1
                  ? failure(Kind.TOO_MANY_REQUESTS, 429, Duration.ofSeconds(2))
                  : null;
            });

    scenario.activate(INSTANCE.formatted("overloaded"));

    assertThat(asked).hasSize(2);
    assertThat(Duration.ofNanos(asked.get(1) - asked.get(0)))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aRefusedObjectHoldsUpNeitherItsSiblingsNorOtherInstances() {
    cluster()
        .add(
            (what, target) ->
                what.equals("apply") && target.equals("configmaps refused")
                    ? failure(Kind.INVALID, 422, null)
                    : null);
    scenario.apply(INSTANCE.formatted("refused"));
    ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtFaults", "refused");

    scenario.awaitState(instance, "ERROR");
    assertThat(scenario.api().get(scenario.ref("v1", "ServiceAccount", "refused")).ok()).isTrue();
    scenario.activate(INSTANCE.formatted("accepted"));
    assertThat(scenario.api().get(instance).at("status", "state")).isEqualTo("ERROR");

    cluster().heal();
    scenario.awaitState(instance, "ACTIVE");
  }

  @ParameterizedTest
  @CsvSource({"apply, spec", "patchStatus, spec", "apply, marks", "patchStatus, marks"})
  void whatAUserChangesWhileWeWriteIsSeen(String verb, String what) {
    String name = "overtaken-" + verb.toLowerCase(Locale.ROOT) + "-" + what;
    ObjectRef instance = scenario.ref("rt.example.com/v1alpha1", "RtFaults", name);
    String change =
        what.equals("spec")
            ? "{\"spec\": {\"value\": \"late\"}}"
            : "{\"metadata\": {\"annotations\": {\"kro.run/reconcile\": \"suspended\"}}}";
    AtomicInteger times = new AtomicInteger(1);
    cluster()
        .add(
            (done, target) -> {
              if (done.equals(verb)
                  && target.equals("rtfaults " + name)
                  && times.getAndDecrement() == 1) {
                scenario.merge(instance, change);
              }
              return null;
            });

    scenario.apply(INSTANCE.formatted(name));

    if (what.equals("spec")) {
      scenario.await(
          scenario.configMap(name), response -> "late".equals(response.at("data", "value")));
      scenario.awaitState(instance, "ACTIVE");
    } else {
      scenario.awaitCondition(instance, "ResourcesReady", "False", "suspended");
    }
  }

  @Test
  void watchesThatAreDroppedGoOn() {
    ObjectRef instance = ObjectRef.of(scenario.activate(INSTANCE.formatted("dropped")).body());
    scenario.awaitIdle();

    cluster().endWatches();
    scenario.merge(instance, "{\"spec\": {\"value\": \"two\"}}");
    scenario.await(
        scenario.configMap("dropped"), response -> "two".equals(response.at("data", "value")));
    cluster().endWatches();
    scenario.merge(scenario.configMap("dropped"), "{\"data\": {\"value\": \"drift\"}}");

    scenario.await(
        scenario.configMap("dropped"), response -> "two".equals(response.at("data", "value")));
  }

  @Test
  void watchesThatAreTooOldBeginAnew() {
    ObjectRef instance = ObjectRef.of(scenario.activate(INSTANCE.formatted("aged")).body());
    scenario.awaitIdle();
    AtomicInteger gone = new AtomicInteger();
    cluster()
        .add(
            (what, target) ->
                what.equals("watch") && gone.incrementAndGet() < 4
                    ? failure(Kind.GONE, 410, null)
                    : null);

    cluster().endWatches();
    scenario.merge(instance, "{\"spec\": {\"value\": \"two\"}}");
    scenario.api().delete(scenario.configMap("aged-second"));

    scenario.await(
        scenario.configMap("aged"), response -> "two".equals(response.at("data", "value")));
    scenario.await(scenario.configMap("aged-second"), Response::ok);
    assertThat(gone.get()).isGreaterThanOrEqualTo(4);
  }

  private static FaultyCluster cluster() {
    return CLUSTERS.get(CLUSTERS.size() - 1);
  }

  private static ApiException failure(Kind kind, int code, @Nullable Duration retryAfter) {
    return new ApiException(kind, code, kind.name(), "the test says no", retryAfter);
  }
}
