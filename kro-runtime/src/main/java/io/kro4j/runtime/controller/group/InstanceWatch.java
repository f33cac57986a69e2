package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.watch.Attention;
import io.kro4j.runtime.watch.Interest;
import io.kro4j.runtime.watch.Projection;
import io.kro4j.runtime.watch.Selection;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes a group that waits for its instances when one of them is gone. */
final class InstanceWatch {
  private final SharedWatches watches;
  private final GroupEnvironment.Waking waking;
  private final Map<Waiter, Subscription> subscriptions = new ConcurrentHashMap<>();

  InstanceWatch(SharedWatches watches, GroupEnvironment.Waking waking) {
    this.watches = watches;
    this.waking = waking;
  }

  /** Wakes the group from now on. */
  void watch(ApiType type, Waiter group) {
    Interest comingAndGoing =
        new Interest(type, Selection.ALL, Projection.metadata(), Attention.to(List.of()));
    subscriptions.computeIfAbsent(
        group,
        key ->
            watches.subscribe(
                comingAndGoing,
                (before, after) -> {
                  if (after == null) {
                    waking.wake(group);
                  }
                }));
  }

  /** Wakes the group no more. */
  void forget(Waiter group) {
    Subscription subscription = subscriptions.remove(group);
    if (subscription != null) {
      subscription.close();
    }
  }
}
