package io.kro4j.runtime.watch;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription to a shared watch. Told of things only under the lock of that watch. */
final class Subscriber implements Subscription {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  private final SharedWatch watch;
  private final Interest interest;
  private final Listener listener;
  private final Consumer<Subscriber> end;
  private final CompletableFuture<Void> synced = new CompletableFuture<>();
  private final HeldChanges held = new HeldChanges();
  private volatile boolean isClosed;
  private boolean isSynced;

  /**
   * A subscription that has heard of nothing.
   *
   * @param watch what it is to
   * @param interest what is wanted
   * @param listener who is told
   * @param end is called when it is given up
   */
  Subscriber(SharedWatch watch, Interest interest, Listener listener, Consumer<Subscriber> end) {
    this.watch = watch;
    this.interest = interest;
    this.listener = listener;
    this.end = end;
  }

  @Override
  public ObjectCache cache() {
    return watch.cache();
  }

  @Override
  public CompletableFuture<Void> synced() {
    return synced.copy();
  }

  @Override
  public Health health() {
    return isSynced() ? watch.health() : Health.STARTING;
  }

  @Override
  public Optional<ApiException> failure() {
    return watch.failure();
  }

  @Override
  public void lookAgain() {
    watch.lookAgain();
  }

  @Override
  public CompletableFuture<Map<String, Object>> write(
      ObjectRef ref, Supplier<CompletableFuture<Map<String, Object>>> request) {
    ObjectKey key = new ObjectKey(ref.namespace(), ref.name());
    watch.writeBegins(key, this);
    CompletableFuture<Map<String, Object>> answer;
    try {
      answer = request.get();
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    return answer.whenComplete((live, failure) -> watch.writeEnds(key, live, this));
  }

  @Override
  public void offer(Map<String, Object> live) {
    watch.offer(live, this);
  }

  @Override
  public void close() {
    isClosed = true;
    end.accept(this);
  }

  Interest interest() {
    return interest;
  }

  Projection projection() {
    return interest.projection();
  }

  /** All objects are known; to be told of the first time. */
  void sync(List<CachedObject> all) {
    if (!isSynced) {
      isSynced = true;
      all.forEach(each -> tellNow(null, each));
      synced.complete(null);
    }
  }

  /** Something changed; it is held back while a write is under way. */
  void tell(ObjectKey key, @Nullable CachedObject before, @Nullable CachedObject after) {
    if (!held.hold(key, before)) {
      tellNow(before, after);
    }
  }

  /** The watch works again. */
  void recovered() {
    if (isSynced() && !isClosed) {
      call(listener::recovered);
    }
  }

  /** The watch fails. */
  void failed(ApiException why) {
    if (!isClosed) {
      call(() -> listener.failed(why));
    }
  }

  void writeBegins(ObjectKey key) {
    held.begin(key);
  }

  /**
   * A write ended.
   *
   * @param key the object
   * @param written what it returned, or null if it failed
   * @param now what is known of the object by now, or null if it is gone
   */
  void writeEnds(ObjectKey key, @Nullable CachedObject written, @Nullable CachedObject now) {
    HeldChanges.Held change = held.end(key, written);
    CachedObject known = change == null ? null : change.known();
    boolean isOwn =
        known != null && now != null && known.resourceVersion().equals(now.resourceVersion());
    if (change != null && isOwn) {
      answered(change.before(), written);
    } else if (change != null && (known != null || now != null)) {
      tellNow(known, now);
    }
  }

  /** What an own write returned is told only if it has more than what was written. */
  void answered(@Nullable CachedObject before, @Nullable CachedObject answer) {
    if (interest.attention().isOvertaken(before, answer)) {
      tellNow(before, answer);
    }
  }

  private void tellNow(@Nullable CachedObject before, @Nullable CachedObject after) {
    if (isSynced && !isClosed && interest.attention().isDrawnBy(before, after)) {
      call(() -> listener.changed(before, after));
    }
  }

  private void call(Runnable notice) {
    try {
      notice.run();
    } catch (RuntimeException bug) {
      // The watch and its other subscribers must not suffer.
      LOG.atError().addKeyValue("type", interest.type()).setCause(bug).log("a listener failed");
    }
  }

  private boolean isSynced() {
    return synced.isDone();
  }
}
