package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import org.junit.jupiter.api.Test;

/** What needs a cluster of its own: kinds that are not installed, and an API server that goes. */
class FreshClusterTest {
  @Test
  void kindsArePickedUpWhenTheyComeAndAnApiServerThatWentIsFollowedAgain() {
    try (ControlPlane controlPlane = ControlPlane.start(ControlPlane.Options.defaults());
        DefinitionControllers controllers = DefinitionControllers.start(controlPlane)) {
      ApiServer api = controlPlane.api();
      DefinitionControllers.install(api);
      TestGroup first = TestGroup.of("first-group");
      first.applyReady(api);

      controlPlane.stopApiServer();
      controlPlane.startApiServer();
      TestGroup second = TestGroup.of("second-group").apply(controlPlane.api());

      second.awaitReady(controlPlane.api());
      Connections.await(
          "both are served",
          () ->
              controllers.serving("test.example.com", "FirstGroup").isPresent()
                  && controllers.serving("test.example.com", "SecondGroup").isPresent());
      assertThat(second.get(controlPlane.api()).at("status", "lastIssuedRevision")).isEqualTo(1L);
    }
  }
}
