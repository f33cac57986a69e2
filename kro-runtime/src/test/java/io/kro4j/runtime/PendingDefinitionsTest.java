package io.kro4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.queue.QueueSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingDefinitionsTest {
  private static final LiveCrd CRD =
      new LiveCrd(
          Map.of(
              "metadata",
              Map.of("labels", Map.of("kro.run/resource-graph-definition-name", "shop"))));

  private long now;
  private final FairQueue<String, ObjectKey> queue =
      new FairQueue<>(new QueueSettings(Backoff.USUAL, 0, 100, 2), () -> now);
  private BooleanSupplier mayBeServedSoon;

  @BeforeEach
  void begin() {
    queue.open("ResourceGroup", 1, Optional.empty());
    queue.open("GraphRevision", 1, Optional.empty());
    mayBeServedSoon =
        new PendingDefinitions(
                queue,
                Set.of("ResourceGroup", "CompiledGraph"),
                group -> List.of(group + "-r00001"),
                () -> now)
            .of(CRD);
  }

  @Test
  void forSomeTimeAfterTheStart() {
    assertThat(mayBeServedSoon.getAsBoolean()).isTrue();

    pass(Duration.ofSeconds(10));

    assertThat(mayBeServedSoon.getAsBoolean()).isFalse();
  }

  @Test
  void asLongAsItsGroupIsTriedAgain() {
    pass(Duration.ofMinutes(1));
    fail("ResourceGroup", "shop");
    assertThat(mayBeServedSoon.getAsBoolean()).isTrue();

    queue.succeeded("ResourceGroup", new ObjectKey(null, "shop"));

    assertThat(mayBeServedSoon.getAsBoolean()).isFalse();
  }

  @Test
  void asLongAsARevisionOfItIsTriedAgain() {
    pass(Duration.ofMinutes(1));
    fail("GraphRevision", "shop-r00001");

    assertThat(mayBeServedSoon.getAsBoolean()).isTrue();
  }

  @Test
  void notWhenItWasGivenUpNorWhenAnotherGroupFails() {
    pass(Duration.ofMinutes(1));
    fail("ResourceGroup", "other");
    assertThat(mayBeServedSoon.getAsBoolean()).isFalse();

    fail("ResourceGroup", "shop");
    fail("ResourceGroup", "shop");
    fail("ResourceGroup", "shop");

    assertThat(mayBeServedSoon.getAsBoolean()).isFalse();
  }

  private void fail(String lane, String name) {
    queue.retry(lane, new ObjectKey(null, name), Duration.ZERO);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
