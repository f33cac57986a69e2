package io.kro4j.runtime.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The queue of a pool of workers. Keys stand in lanes, one for each kind of object, and the lanes
 * take turns: a flood in one delays the others by one key each. A key that is added twice is handed
 * out once; one that is added while a worker has it is handed out again when the worker is done.
 * Safe for concurrent use.
 *
 * @param <L> names a lane; has equals and hashCode
 * @param <K> names an object in a lane; has equals and hashCode
 */
public final class FairQueue<L, K> {
  private final QueueSettings settings;
  private final LongSupplier nanoTime;
  private final TokenBucket retries;
  private final Map<L, Lane<K>> lanes = new LinkedHashMap<>();
  private final Deque<L> turns = new ArrayDeque<>();
  private final PriorityQueue<Delayed<L, K>> delayed = new PriorityQueue<>();
  private final Map<Item<L, K>, Delayed<L, K>> earliest = new HashMap<>();
  private final Map<Item<L, K>, Integer> failures = new HashMap<>();
  private long sequence;
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  public FairQueue(QueueSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.retries =
        new TokenBucket(settings.retriesPerSecond(), settings.burst(), nanoTime.getAsLong());
  }

  /**
   * What a worker is to do.
   *
   * @param lane the lane
   * @param key the key
   */
  public record Item<L, K>(L lane, K key) {}

  /**
   * Opens a lane, or changes one that is open.
   *
   * @param workers how many keys of the lane may be worked on at once
   * @param backoff the waits of its keys, or empty for those of the queue
   */
  public synchronized void open(L lane, int workers, Optional<Backoff> backoff) {
    Lane<K> opened = lanes.computeIfAbsent(lane, name -> new Lane<>());
    opened.open = true;
    opened.workers = workers;
    opened.backoff = backoff.orElse(settings.backoff());
    offerTurn(lane, opened);
  }

  /** Closes a lane and forgets its keys. Those that workers have are not disturbed. */
  public synchronized void close(L lane) {
    Lane<K> closing = lanes.get(lane);
    if (closing == null) {
      return;
    }
    closing.open = false;
    closing.waiting.clear();
    closing.again.clear();
    closing.hasTurn = false;
    removeIfIdle(lane, closing);
    turns.remove(lane);
    delayed.removeIf(entry -> entry.item().lane().equals(lane));
    earliest.keySet().removeIf(item -> item.lane().equals(lane));
    failures.keySet().removeIf(item -> item.lane().equals(lane));
  }

  /** Adds a key. Nothing happens if its lane is not open. */
  public synchronized void add(L lane, K key) {
    cancelDelay(new Item<>(lane, key));
    Lane<K> existing = lanes.get(lane);
    if (existing == null || !existing.open || closed) {
      return;
    }
    if (existing.busy.contains(key)) {
      existing.again.add(key);
    } else if (existing.waiting.add(key)) {
      offerTurn(lane, existing);
    }
  }

  /** Adds a key after a while, unless it is due earlier already. */
  public synchronized void addAfter(L lane, K key, Duration delay) {
    if (delay.isZero() || delay.isNegative()) {
      add(lane, key);
      return;
    }
    if (!isOpen(lane) || closed) {
      return;
    }
    Item<L, K> item = new Item<>(lane, key);
    long due = nanoTime.getAsLong() + delay.toNanos();
    Delayed<L, K> known = earliest.get(item);
    if (known != null && known.due() - due <= 0) {
      return;
    }
    cancelDelay(item);
    Delayed<L, K> entry = new Delayed<>(item, due, sequence++);
    earliest.put(item, entry);
    delayed.add(entry);
    notifyAll();
  }

  /**
   * Adds a key after the wait that its failures so far call for.
   *
   * @param atLeast the wait must not be shorter, because the API server says so; or zero
   * @return the wait, or empty if it failed too often and now waits for an event
   */
  public synchronized Optional<Duration> retry(L lane, K key, Duration atLeast) {
    Lane<K> existing = lanes.get(lane);
    if (existing == null || !existing.open) {
      return Optional.empty();
    }
    Item<L, K> item = new Item<>(lane, key);
    int failed = failures.merge(item, 1, Integer::sum);
    if (failed > settings.maxRetries()) {
      failures.remove(item);
      return Optional.empty();
    }
    Duration own = existing.backoff.after(failed);
    Duration shared = retries.take(nanoTime.getAsLong());
    Duration delay = longest(longest(own, shared), atLeast);
    addAfter(lane, key, delay);
    return Optional.of(delay);
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Whether a key failed last time, and is to be tried again. */
  public synchronized boolean isRetrying(L lane, K key) {
    return failures.containsKey(new Item<>(lane, key));
  }

  /** Forgets the failures of a key. */
  public synchronized void succeeded(L lane, K key) {
    failures.remove(new Item<>(lane, key));
  }

  /**
   * Waits for a key that is due. Whoever takes one must call {@link #done}.
   *
   * @return the key, or empty once the queue is shut down
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public synchronized Optional<Item<L, K>> take() throws InterruptedException {
    while (!closed) {
      Optional<Item<L, K>> due = poll();
      if (due.isPresent()) {
        return due;
      }
      Delayed<L, K> next = delayed.peek();
      if (next == null) {
        wait();
      } else {
        long nanos = Math.max(1, next.due() - nanoTime.getAsLong());
        wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
      }
    }
    return Optional.empty();
  }

  /** Takes a key that is due now, if any. Whoever takes one must call {@link #done}. */
  synchronized Optional<Item<L, K>> poll() {
    moveDue(nanoTime.getAsLong());
    return Optional.ofNullable(turns.poll()).map(this::handOut);
  }

  /** Gives a key back. */
  public synchronized void done(Item<L, K> item) {
    Lane<K> lane = lanes.get(item.lane());
    if (lane == null || !lane.busy.remove(item.key())) {
      return;
    }
    if (lane.again.remove(item.key())) {
      lane.waiting.add(item.key());
    }
    offerTurn(item.lane(), lane);
    removeIfIdle(item.lane(), lane);
  }

  /** Hands out nothing any more and wakes all who wait. */
  public synchronized void shutDown() {
    closed = true;
    notifyAll();
  }

  /** How many keys are waiting for a worker, without those that are delayed. */
  public synchronized int length() {
    return lanes.values().stream().mapToInt(lane -> lane.waiting.size()).sum();
  }

  /** Whether nothing is due and no worker has a key. What is delayed does not count. */
  public synchronized boolean isIdle() {
    moveDue(nanoTime.getAsLong());
    return lanes.values().stream().allMatch(lane -> lane.waiting.isEmpty() && lane.busy.isEmpty());
  }

  /** Whether the same is so in all lanes but one. */
  public synchronized boolean isIdleBut(L lane) {
    moveDue(nanoTime.getAsLong());
    return lanes.entrySet().stream()
        .filter(each -> !each.getKey().equals(lane))
        .map(Map.Entry::getValue)
        .allMatch(each -> each.waiting.isEmpty() && each.busy.isEmpty());
  }

  private Item<L, K> handOut(L name) {
    Lane<K> lane = lanes.get(name);
    if (lane == null) {
      throw new IllegalStateException("a closed lane has a turn: " + name);
    }
    K key = lane.waiting.iterator().next();
    lane.waiting.remove(key);
    lane.busy.add(key);
    lane.hasTurn = false;
    offerTurn(name, lane);
    return new Item<>(name, key);
  }

  private boolean isOpen(L name) {
    Lane<K> lane = lanes.get(name);
    return lane != null && lane.open;
  }

  /** A closed lane is kept while workers have keys of it, so that no key is handed out twice. */
  private void removeIfIdle(L name, Lane<K> lane) {
    if (!lane.open && lane.busy.isEmpty()) {
      lanes.remove(name);
    }
  }

  private void offerTurn(L name, Lane<K> lane) {
    if (!lane.hasTurn && !lane.waiting.isEmpty() && lane.busy.size() < lane.workers) {
      lane.hasTurn = true;
      turns.add(name);
      notifyAll();
    }
  }

  private void moveDue(long now) {
    for (Delayed<L, K> next = delayed.peek();
        next != null && next.due() - now <= 0;
        next = delayed.peek()) {
      add(next.item().lane(), next.item().key());
    }
  }

  private void cancelDelay(Item<L, K> item) {
    Delayed<L, K> entry = earliest.remove(item);
    if (entry != null) {
      delayed.remove(entry);
    }
  }

  private record Delayed<L, K>(Item<L, K> item, long due, long sequence)
      implements Comparable<Delayed<L, K>> {
    @Override
    public int compareTo(Delayed<L, K> other) {
      int byTime = Long.signum(due - other.due);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }

  private static final class Lane<K> {
    private final Set<K> waiting = new LinkedHashSet<>();
    private final Set<K> busy = new LinkedHashSet<>();
    private final Set<K> again = new LinkedHashSet<>();
    private boolean open;
    private int workers = 1;
    private Backoff backoff = Backoff.USUAL;
    private boolean hasTurn;
  }
}
