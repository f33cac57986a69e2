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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
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
        new Workers(
            queue, (type, outcome, isBug, duration) -> threw.add(isBug), System::nanoTime)) {
      workers.serve("lane", Connections.CONFIG_MAP, key -> reconcile(key, bug));
      queue.open("lane", 1, Optional.empty());
      queue.add("lane", new ObjectKey(null, "poison"));
      queue.add("lane", new ObjectKey(null, "well"));
      workers.start(1);

      Connections.await("both are done", () -> done.containsAll(List.of("poison", "well")));
    }
    assertThat(threw).filteredOn(bugged -> bugged).hasSize(2);
  }

  @Test
  void anObserverThatThrowsStopsNobody() {
    ReconcileObserver broken =
        (type, outcome, isBug, duration) -> {
          throw new NoClassDefFoundError("a library is missing");
        };
    try (Workers workers = new Workers(queue, broken, System::nanoTime)) {
      workers.serve(
          "lane", Connections.CONFIG_MAP, key -> reconcile(key, IllegalStateException.class));
      begin(workers);
      queue.add("lane", new ObjectKey(null, "one"));
      queue.add("lane", new ObjectKey(null, "two"));

      Connections.await("both are done", () -> done.containsAll(List.of("one", "two")));
      assertThat(workers.stuck()).isEmpty();
    }
  }

  @Test
  void aPassThatNeverEndsIsNamedAfterAWhile() {
    AtomicLong now = new AtomicLong();
    CountDownLatch end = new CountDownLatch(1);
    try (Workers workers = new Workers(queue, ReconcileObserver.none(), now::get)) {
      workers.serve("Shop", Connections.CONFIG_MAP, key -> blocked(key, end));
      queue.open("Shop", 1, Optional.empty());
      queue.add("Shop", new ObjectKey("default", "x"));
      workers.start(2);
      Connections.await("a pass", () -> done.contains("x begins"));

      now.addAndGet(Workers.LIMIT.toNanos());
      assertThat(workers.stuck()).isEmpty();
      now.addAndGet(1);
      assertThat(workers.stuck()).isEqualTo("Shop default/x takes over 15 min");

      end.countDown();
      Connections.await("all is well again", () -> workers.stuck().isEmpty());
    }
  }

  @Test
  void workersThatHaveNothingToDoAreNotStuck() {
    AtomicLong now = new AtomicLong();
    try (Workers workers = new Workers(queue, ReconcileObserver.none(), now::get)) {
      workers.serve(
          "lane", Connections.CONFIG_MAP, key -> reconcile(key, IllegalStateException.class));
      begin(workers);
      queue.add("lane", new ObjectKey(null, "one"));
      Connections.await("the only one is done", () -> done.contains("one"));
      now.addAndGet(Duration.ofDays(1).toNanos());

      Connections.await("all is well", () -> workers.stuck().isEmpty());
    }
  }

  @Test
  void aWorkerThatDiedIsNamed() {
    try (Workers workers = new Workers(queue, ReconcileObserver.none(), System::nanoTime)) {
      workers.serve(
          "lane",
          Connections.CONFIG_MAP,
          key -> {
            Thread.currentThread().interrupt();
            return Outcome.done();
          });
      begin(workers);
      queue.add("lane", new ObjectKey(null, "one"));

      Connections.await("a worker is missed", () -> workers.stuck().equals("reconciler-0 died"));
    }
  }

  private void begin(Workers workers) {
    queue.open("lane", 1, Optional.empty());
    workers.start(1);
  }

  private Outcome blocked(ObjectKey key, CountDownLatch end) {
    done.add(key.name() + " begins");
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Outcome.done();
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
