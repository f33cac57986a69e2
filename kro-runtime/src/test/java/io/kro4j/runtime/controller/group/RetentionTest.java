package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.DefinitionControllers.Options;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many revisions of a group are kept, by what the runtime is told. */
@ExtendWith(SharedControlPlane.class)
class RetentionTest {
  private static final int CHANGES = 8;

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void withoutALimitAllAreKept(int limit, ControlPlane controlPlane, ApiServer api) {
    String name = "unlimited" + (limit == 0 ? "" : "-negative");

    change(controlPlane, api, name, limit);

    assertThat(kept(api, name)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void aLimitOfOneKeepsTheOneThatServes(ControlPlane controlPlane, ApiServer api) {
    change(controlPlane, api, "single", 1);

    Connections.await("one revision", () -> kept(api, "single").length == 1);
    assertThat(kept(api, "single")).containsExactly(8);
  }

  private static void change(ControlPlane controlPlane, ApiServer api, String name, int limit) {
    DefinitionControllers.install(api);
    GroupSettings settings = GroupSettings.defaults("test").withKeptRevisions(limit);
    try (DefinitionControllers controllers =
        DefinitionControllers.start(controlPlane, Options.defaults().with(settings))) {
      for (int i = 1; i <= CHANGES; i++) {
        TestGroup.of(name).withValue("v" + i).applyReady(api);
      }
      String server = "ResourceGroup " + name + " " + CHANGES;
      String kind = TestGroup.of(name).api();
      Connections.await(server, () -> controllers.server("test.example.com", kind).equals(server));
    }
  }

  private static int[] kept(ApiServer api, String name) {
    TestGroup group = TestGroup.of(name);
    return IntStream.rangeClosed(1, CHANGES)
        .filter(number -> api.get(group.revision(number)).ok())
        .toArray();
  }
}
