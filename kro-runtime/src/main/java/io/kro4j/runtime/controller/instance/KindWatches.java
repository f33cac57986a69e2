package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.apply.ChildApplier;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.watch.FieldPath;
import io.kro4j.runtime.watch.Interest;
import io.kro4j.runtime.watch.Listener;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.Subscription;
import io.kro4j.runtime.watch.Subscription.Health;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The watches that the instances of a kind need: on themselves and on the objects of their graph.
 */
final class KindWatches implements AutoCloseable {
  private final Subscription instances;
  private final ApiType api;
  private final Map<ApiType, Subscription> owned = new HashMap<>();
  private final Map<ApiType, Subscription> external = new HashMap<>();

  private KindWatches(ApiType api, Subscription instances) {
    this.api = api;
    this.instances = instances;
  }

  /** Who is told of what. */
  interface Listeners {
    /** Is told of instances. */
    Listener instances();

    /** Is told of objects that instances own. */
    Listener owned();

    /** Is told of objects of a type that instances refer to. */
    Listener external(ApiType type);
  }

  /** Watches only the instances. */
  static KindWatches ofInstances(SharedWatches watches, ApiType api, Listeners listeners) {
    Interest interest =
        Interest.inWhole(api, List.of(FieldPath.of("spec"), FieldPath.of("status")));
    return new KindWatches(api, watches.subscribe(interest, listeners.instances()));
  }

  /** Watches all that a graph is about. */
  static KindWatches of(SharedWatches watches, ResourceGraph graph, Listeners listeners) {
    KindWatches all = ofInstances(watches, graph.api(), listeners);
    ReadFields reads = ReadFields.of(graph);
    reads
        .owned()
        .forEach(
            (type, paths) -> {
              Interest interest = Interest.inChildren(type, paths, ChildApplier.MANAGER.name());
              all.owned.put(type, watches.subscribe(interest, listeners.owned()));
            });
    reads
        .external()
        .forEach(
            (type, paths) ->
                all.external.put(
                    type,
                    watches.subscribe(
                        Interest.inExternals(type, paths), listeners.external(type))));
    return all;
  }

  /** The type of the instances. */
  ApiType api() {
    return api;
  }

  /** The instances. */
  Subscription instances() {
    return instances;
  }

  /** Objects of a type of a node that instances own. */
  Subscription owned(ApiType type) {
    return known(owned, type);
  }

  /** Objects of a type that nodes refer to. */
  Subscription external(ApiType type) {
    return known(external, type);
  }

  private static Subscription known(Map<ApiType, Subscription> subscriptions, ApiType type) {
    Subscription subscription = subscriptions.get(type);
    if (subscription == null) {
      throw new IllegalArgumentException("the graph has no node of " + type);
    }
    return subscription;
  }

  /** Objects that instances own, if they are watched and all of them are known. */
  Optional<Subscription> members(GroupKind kind) {
    return owned.entrySet().stream()
        .filter(entry -> GroupKind.of(entry.getKey().gvk()).equals(kind))
        .map(Map.Entry::getValue)
        .filter(subscription -> problem(subscription).isEmpty())
        .findFirst();
  }

  /**
   * Whether a pass can begin: all objects are known, but for those of types that cannot be watched
   * for a reason that may last.
   */
  boolean ready() {
    List<Subscription> all = new ArrayList<>(owned.values());
    all.addAll(external.values());
    return instances.synced().isDone()
        && all.stream().allMatch(each -> each.synced().isDone() || each.failure().isPresent());
  }

  /** Whether instances are not known, and will not be before somebody mends what is in the way. */
  boolean areInstancesBarred() {
    return !instances.synced().isDone()
        && instances.failure().filter(why -> !why.passesByItself()).isPresent();
  }

  /** Runs something as soon as all objects are known. It must be quick and take no locks. */
  void whenReady(Runnable action) {
    List<CompletableFuture<Void>> synced = new ArrayList<>();
    synced.add(instances.synced());
    owned.values().forEach(each -> synced.add(each.synced()));
    external.values().forEach(each -> synced.add(each.synced()));
    var unused =
        CompletableFuture.allOf(synced.toArray(CompletableFuture<?>[]::new)).thenRun(action);
  }

  /** Why the objects of a subscription are not known, as a sentence without a final full stop. */
  static Optional<String> problem(Subscription subscription) {
    if (subscription.health() == Health.ABSENT) {
      return Optional.of("the API server does not serve this type");
    }
    if (subscription.synced().isDone()) {
      return Optional.empty();
    }
    return Optional.of(
        subscription
            .failure()
            .map(ApiException::getMessage)
            .map(reason -> "objects of this type cannot be watched: " + reason)
            .orElse("objects of this type are not known yet"));
  }

  @Override
  public void close() {
    instances.close();
    owned.values().forEach(Subscription::close);
    external.values().forEach(Subscription::close);
  }
}
