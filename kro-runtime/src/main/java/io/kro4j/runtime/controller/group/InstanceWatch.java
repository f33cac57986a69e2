package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.watch.Attention;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.Interest;
import io.kro4j.runtime.watch.Projection;
import io.kro4j.runtime.watch.Selection;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The instances of groups that wait for them to be gone, and which of these groups to wake. */
final class InstanceWatch {
  private final SharedWatches watches;
  private final GroupEnvironment.Waking waking;
  private final Map<Waiter, Subscription> subscriptions = new ConcurrentHashMap<>();

  InstanceWatch(SharedWatches watches, GroupEnvironment.Waking waking) {
    this.watches = watches;
    this.waking = waking;
  }

  /**
   * The instances of a group, which is woken from now on when one of them is gone.
   *
   * @return empty while they are not known; the group is woken when they are
   */
  Optional<List<CachedObject>> of(ApiType type, Waiter group) {
    Subscription subscription =
        subscriptions.computeIfAbsent(group, waiter -> subscribe(type, waiter));
    if (subscription.synced().isDone()) {
      return Optional.of(subscription.cache().all());
    }
    // The watch ends with the process, and so does who waits for it.
    var unused = subscription.synced().thenRun(() -> waking.wake(group));
    return Optional.empty();
  }

  /** Why the instances of a group are not known, if that does not pass by itself. */
  Optional<String> obstacle(Waiter group) {
    Subscription subscription = subscriptions.get(group);
    return subscription == null || subscription.synced().isDone()
        ? Optional.empty()
        : subscription
            .failure()
            .filter(failure -> failure.kind() == ApiException.Kind.FORBIDDEN)
            .map(ApiException::getMessage);
  }

  /** Wakes the group no more. */
  void forget(Waiter group) {
    Subscription subscription = subscriptions.remove(group);
    if (subscription != null) {
      subscription.close();
    }
  }

  private Subscription subscribe(ApiType type, Waiter group) {
    Interest comingAndGoing =
        new Interest(type, Selection.ALL, Projection.metadata(), Attention.to(List.of()));
    return watches.subscribe(
        comingAndGoing,
        (before, after) -> {
          if (after == null) {
            waking.wake(group);
          }
        });
  }
}
