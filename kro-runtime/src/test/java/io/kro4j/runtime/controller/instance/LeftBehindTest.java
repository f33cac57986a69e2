package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.SharedControlPlane;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances that a process finds when it starts and that no graph serves, or not yet. */
@ExtendWith(SharedControlPlane.class)
class LeftBehindTest {
  private static final ApiType TYPE =
      new ApiType(
          new GroupVersionKind("rt.example.com", "v1alpha1", "RtLeft"),
          "rtlefts",
          Scope.NAMESPACED);
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: rt-left}
      spec:
        schema: {apiVersion: v1alpha1, group: rt.example.com, kind: RtLeft}
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}"}
      """;
  private static final String INSTANCE =
      """
      apiVersion: rt.example.com/v1alpha1
      kind: RtLeft
      metadata: {name: %s, namespace: left}
      """;

  @Test
  void hearOfItOnlyWhenNoGraphCanBeExpected(ControlPlane controlPlane) {
    try (Scenario scenario = Scenario.of(controlPlane, "left", GROUP)) {
      ObjectRef stays = ObjectRef.of(scenario.activate(INSTANCE.formatted("stays")).body());
      ObjectRef goes = ObjectRef.of(scenario.activate(INSTANCE.formatted("goes")).body());
      scenario.stop();
      scenario.withdraw("rt-left");
      AtomicBoolean mayBeServedSoon = new AtomicBoolean(true);

      scenario.start();
      scenario.serveDeletions(TYPE, mayBeServedSoon::get);
      scenario.delete(goes);

      assertThat(scenario.api().get(stays).at("status", "state")).isEqualTo("ACTIVE");
      mayBeServedSoon.set(false);
      scenario.awaitCondition(stays, "GraphResolved", "False", "no ResourceGroup serves");
    }
  }
}
