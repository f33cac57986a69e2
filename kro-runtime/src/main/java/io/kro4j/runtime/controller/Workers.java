package io.kro4j.runtime.controller;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.queue.FairQueue.Item;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that take keys off a queue and call the reconciler of their lane. A reconciler that
 * throws is logged and retried like one that fails: no object stops the others. Safe for concurrent
 * use.
 */
public final class Workers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /** Deep enough for the expressions that the compiler lets through. */
  private static final long STACK_BYTES = 16L << 20;

  /** What takes longer never ends. */
  static final Duration LIMIT = Duration.ofMinutes(15);

  private final FairQueue<String, ObjectKey> queue;
  private final ReconcileObserver observer;
  private final LongSupplier nanoTime;
  private final Map<String, Served> reconcilers = new ConcurrentHashMap<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final Map<Item<String, ObjectKey>, Long> begun = new ConcurrentHashMap<>();

  /**
   * Workers that are not started yet.
   *
   * @param nanoTime a clock that only goes forward, as {@link System#nanoTime}
   */
  public Workers(
      FairQueue<String, ObjectKey> queue, ReconcileObserver observer, LongSupplier nanoTime) {
    this.queue = queue;
    this.observer = observer;
    this.nanoTime = nanoTime;
  }

  private record Served(ApiType type, Reconciler reconciler) {}

  /** Opens a lane for objects of a type, or changes the reconciler of one. */
  public void serve(String lane, ApiType type, Reconciler reconciler) {
    reconcilers.put(lane, new Served(type, reconciler));
  }

  /** Closes a lane; keys that are being worked on are not disturbed. */
  public void remove(String lane) {
    reconcilers.remove(lane);
    queue.close(lane);
  }

  /**
   * Starts the threads.
   *
   * @param count how many; at least 1
   */
  public synchronized void start(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(null, this::work, "reconciler-" + threads.size(), STACK_BYTES);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /**
   * Why the workers will not get on without a restart, for users; empty if they do. A pass cannot
   * take as long as {@link #LIMIT}, whatever the API server does: requests and expressions end
   * after their own limits.
   */
  public String stuck() {
    for (Thread thread : threads) {
      if (!thread.isAlive()) {
        return thread.getName() + " died";
      }
    }
    long now = nanoTime.getAsLong();
    return begun.entrySet().stream()
        .filter(entry -> now - entry.getValue() > LIMIT.toNanos())
        .map(Map.Entry::getKey)
        .findFirst()
        .map(item -> item.lane() + " " + item.key() + " takes over " + LIMIT.toMinutes() + " min")
        .orElse("");
  }

  /** Lets the workers finish what they are at, and takes nothing off the queue any more. */
  @Override
  public synchronized void close() {
    stop(Duration.ofSeconds(60));
  }

  /**
   * Lets the workers finish what they are at.
   *
   * @param patience how long; then they are interrupted
   */
  public synchronized void stop(Duration patience) {
    queue.shutDown();
    long deadline = System.nanoTime() + patience.toNanos();
    for (Thread thread : threads) {
      join(thread, Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
    }
    threads.clear();
  }

  private static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
      if (thread.isAlive()) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      for (Optional<Item<String, ObjectKey>> item = queue.take();
          item.isPresent();
          item = queue.take()) {
        work(item.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Item<String, ObjectKey> item) {
    begun.put(item, nanoTime.getAsLong());
    try {
      Served served = reconcilers.get(item.lane());
      if (served != null) {
        schedule(item, call(item, served));
      }
    } finally {
      begun.remove(item);
      queue.done(item);
    }
  }

  private Outcome call(Item<String, ObjectKey> item, Served served) {
    long start = System.nanoTime();
    Outcome outcome;
    boolean threw = false;
    try {
      outcome = served.reconciler().reconcile(item.key());
    } catch (RuntimeException | Error e) {
      LOG.error(
          "A reconciler failed for a reason of its own lane={} key={}", item.lane(), item.key(), e);
      outcome = Outcome.retry(String.valueOf(e));
      threw = true;
    }
    tell(served.type(), outcome, threw, Duration.ofNanos(System.nanoTime() - start));
    return outcome;
  }

  private void tell(ApiType type, Outcome outcome, boolean threw, Duration duration) {
    try {
      observer.reconciled(type, outcome, threw, duration);
    } catch (RuntimeException | Error e) {
      LOG.error("A pass could not be counted type={}", type, e);
    }
  }

  private void schedule(Item<String, ObjectKey> item, Outcome outcome) {
    if (outcome instanceof Outcome.Retry retry) {
      if (queue.retry(item.lane(), item.key(), retry.atLeast()).isEmpty()) {
        LOG.warn(
            "Gave up until something changes lane={} key={} reason={}",
            item.lane(),
            item.key(),
            retry.reason());
      }
      return;
    }
    queue.succeeded(item.lane(), item.key());
    if (outcome instanceof Outcome.Again again) {
      queue.addAfter(item.lane(), item.key(), again.after());
    }
  }
}
