package io.kro4j.runtime.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.queue.QueueSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers whose reconcilers have bugs. */
class WorkersTest {
  private static final QueueSettings QUEUE =
      new QueueSettings(new Backoff(Duration.ofMillis(1), Duration.ofMillis(10)), 0, 0, 20);

  private final FairQueue<String, ObjectKey> queue = new FairQueue<>(QUEUE, System::nanoTime);
  private final List<Boolean> threw = new CopyOnWriteArrayList<>();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(
      classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class})
  void oneThatThrowsIsTriedAgainAndStopsNobody(Class<? extends Throwable> bug) {
    try (Workers workers =
        new Workers(queue, (lane, outcome, isBug, duration) -> threw.add(isBug))) {
      workers.serve("lane", key -> reconcile(key, bug));
      queue.open("lane", 1, Optional.empty());
      queue.add("lane", new ObjectKey(null, "poison"));
      queue.add("lane", new ObjectKey(null, "well"));
      workers.start(1);

      Connections.await("both are done", () -> done.containsAll(List.of("poison", "well")));
    }
    assertThat(threw).filteredOn(bugged -> bugged).hasSize(2);
  }

  private Outcome reconcile(ObjectKey key, Class<? extends Throwable> bug) {
    boolean isFirst = threw.stream().filter(bugged -> bugged).count() < 2;
    if (key.name().equals("poison") && isFirst) {
      if (bug == IllegalStateException.class) {
        throw new IllegalStateException("a bug");
      }
      throw bug == StackOverflowError.class ? new StackOverflowError() : new OutOfMemoryError();
    }
    done.add(key.name());
    return Outcome.done();
  }
}
