package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Workers;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.Obstacles;
import io.kro4j.runtime.registry.RegistryListener;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.SharedWatches;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic controllers: one for each kind that a graph serves, begun, changed and ended by what
 * the registry says. Turns changes of objects into keys of the queue.
 */
public final class InstanceController implements RegistryListener, AutoCloseable {
  private final SharedWatches watches;
  private final InstanceQueue instances;
  private final Workers workers;
  private final InstanceEnvironment environment;
  private final int maxWorkers;
  private final Obstacles obstacles;
  private final Routes routes = new Routes();
  private final Map<GroupKind, Served> kinds = new ConcurrentHashMap<>();

  private record Served(KindService service, KindWatches watches, boolean hasGraph) {}

  /**
   * Controllers for no kind yet.
   *
   * @param maxWorkers how many instances of a kind may be worked on at once, unless its graph says
   * @param namespaces the namespaces whose instances are served; empty for all
   * @param obstacles is told which instances cannot be watched, and why
   */
  public InstanceController(
      Cluster cluster,
      SharedWatches watches,
      FairQueue<String, ObjectKey> queue,
      Workers workers,
      InstanceSettings settings,
      int maxWorkers,
      Set<String> namespaces,
      Obstacles obstacles,
      InstantSource clock,
      TransitionListener transitions,
      NodeObserver nodes) {
    this.watches = watches;
    this.instances = new InstanceQueue(queue, namespaces);
    this.workers = workers;
    this.maxWorkers = maxWorkers;
    this.obstacles = obstacles;
    this.environment =
        new InstanceEnvironment(
            cluster, routes, settings, clock, System::nanoTime, transitions, nodes);
  }

  @Override
  public synchronized void serving(ServedGraph graph) {
    GroupKind kind = GroupKind.of(graph.api().gvk());
    String lane = InstanceKey.lane(kind);
    ControllerSettings settings = graph.graph().graph().settings();
    Served before = kinds.get(kind);
    KindWatches newWatches =
        KindWatches.of(watches, graph.graph().graph(), routing(kind, graph.source()));
    KindService service;
    if (before == null) {
      service = new KindService(kind, environment, newWatches, graph, () -> false);
    } else {
      service = before.service();
      service.serve(newWatches, graph);
      before.watches().close();
    }
    workers.serve(lane, graph.api(), service);
    kinds.put(kind, new Served(service, newWatches, true));
    instances.open(kind, settings.workers().orElse(maxWorkers), backoff(settings));
    newWatches.whenReady(() -> enqueueAll(kind));
    enqueueAll(kind);
  }

  /** Goes on deleting instances of a kind that nobody serves any more. */
  @Override
  public synchronized void withdrawn(ServedGraph graph) {
    GroupKind kind = GroupKind.of(graph.api().gvk());
    Served before = kinds.get(kind);
    if (before != null) {
      KindWatches remaining = KindWatches.ofInstances(watches, graph.api(), routing(kind, null));
      before.service().serve(remaining, null);
      before.watches().close();
      obstacles.remove(graph.source());
      kinds.put(kind, new Served(before.service(), remaining, false));
      enqueueAll(kind);
    }
  }

  /**
   * Deletes instances of a kind that no graph serves, if there is none: its graph may have gone
   * while no process was there to see it.
   *
   * @param mayBeServedSoon whether a graph may still come, so that instances need not hear that
   *     there is none
   */
  public synchronized void serveDeletions(ApiType api, BooleanSupplier mayBeServedSoon) {
    GroupKind kind = GroupKind.of(api.gvk());
    if (!kinds.containsKey(kind)) {
      KindWatches alone = KindWatches.ofInstances(watches, api, routing(kind, null));
      KindService service = new KindService(kind, environment, alone, null, mayBeServedSoon);
      workers.serve(InstanceKey.lane(kind), api, service);
      kinds.put(kind, new Served(service, alone, false));
      instances.open(kind, maxWorkers, Optional.empty());
      enqueueAll(kind);
    }
  }

  /**
   * Forgets a kind that has no graph, since it is no more: its CRD is gone, and with it all of its
   * instances.
   */
  public synchronized void gone(String crdName) {
    List<GroupKind> forgotten =
        kinds.entrySet().stream()
            .filter(kind -> !kind.getValue().hasGraph())
            .filter(kind -> kind.getValue().watches().api().crdName().equals(crdName))
            .map(Map.Entry::getKey)
            .toList();
    for (GroupKind kind : forgotten) {
      Served served = kinds.remove(kind);
      if (served != null) {
        served.watches().close();
      }
      workers.remove(InstanceKey.lane(kind));
    }
  }

  @Override
  public void contested(ServedGraph serving, GraphSource rival) {}

  /**
   * Whether all instances and their objects are known that can be. What cannot be watched for a
   * reason that somebody has to mend is said on its graph and its instances, and is nobody else's
   * business.
   */
  public synchronized boolean synced() {
    return kinds.values().stream()
        .filter(Served::hasGraph)
        .map(Served::watches)
        .allMatch(each -> each.ready() || each.areInstancesBarred());
  }

  /** Tells of each instance that is known, for metrics. */
  public void eachInstance(BiConsumer<ApiType, CachedObject> told) {
    kinds
        .values()
        .forEach(
            served ->
                served
                    .watches()
                    .instances()
                    .cache()
                    .all()
                    .forEach(instance -> told.accept(served.watches().api(), instance)));
  }

  /** Looks at all instances again, without a cause. */
  public void resync() {
    kinds.keySet().forEach(this::enqueueAll);
  }

  @Override
  public synchronized void close() {
    kinds.values().forEach(kind -> kind.watches().close());
    kinds.clear();
  }

  private static Optional<Backoff> backoff(ControllerSettings settings) {
    if (settings.minRetryDelay().isEmpty() && settings.maxRetryDelay().isEmpty()) {
      return Optional.empty();
    }
    Backoff usual = Backoff.USUAL;
    return Optional.of(
        Backoff.between(
            settings.minRetryDelay().orElse(usual.first()),
            settings.maxRetryDelay().orElse(usual.longest())));
  }

  private void enqueueAll(GroupKind kind) {
    Served served = kinds.get(kind);
    if (served != null) {
      served.watches().instances().cache().all().forEach(each -> instances.add(kind, each));
    }
  }

  private Routing routing(GroupKind kind, @Nullable GraphSource source) {
    return new Routing(kind, source, routes, instances, obstacles, () -> enqueueAll(kind));
  }
}
