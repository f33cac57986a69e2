package io.kro4j.runtime.controller.compiled;

import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Reconciler;
import io.kro4j.runtime.crd.AwaitedKinds;
import io.kro4j.runtime.crd.CrdPlan;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.GitKinds;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.RegistryListener;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.FieldPath;
import io.kro4j.runtime.watch.Interest;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.Subscription;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The compiled graphs of the cluster: a reconciler for the lane {@code CompiledGraph} of the queue,
 * and the watches that wake it.
 */
public final class CompiledGraphs implements AutoCloseable {
  /** The type of compiled graphs; also the name of the lane. */
  public static final ApiType TYPE =
      new ApiType(
          GroupVersionKind.of(CompiledGraph.API_VERSION, CompiledGraph.KIND),
          "compiledgraphs",
          Scope.CLUSTER);

  private final CompiledEnvironment environment;
  private final GitKinds gitKinds;
  private volatile boolean awake;

  /**
   * What compiled graphs work with.
   *
   * @param cluster the API server
   * @param watches what of it is kept in memory
   * @param crds the CRDs, watched already
   * @param gitKinds is told which kinds come from Git
   * @param groups the live groups, to tell whose a CRD is
   * @param registry takes the graphs that serve
   * @param queue wakes an object of a lane
   * @param events takes the events of compiled graphs
   * @param clock the time, for statuses
   * @param recheck how often to look for a type that the cluster lacks and that no CRD may announce
   */
  public record Parts(
      Cluster cluster,
      SharedWatches watches,
      CrdWatch crds,
      GitKinds gitKinds,
      CrdPlan.LiveGroups groups,
      GraphRegistry registry,
      BiConsumer<String, ObjectKey> queue,
      EventSink events,
      InstantSource clock,
      Duration recheck) {}

  /** Watches from now on; the lane is not woken before {@link #wake}. */
  public CompiledGraphs(Parts parts) {
    gitKinds = parts.gitKinds();
    Subscription graphs =
        parts
            .watches()
            .subscribe(Interest.inWhole(TYPE, List.of(FieldPath.of("spec"))), this::changed);
    environment =
        new CompiledEnvironment(
            parts.cluster(),
            parts.crds(),
            new AwaitedKinds<>(),
            parts.groups(),
            graphs,
            parts.registry(),
            parts.queue(),
            parts.events(),
            parts.clock(),
            parts.recheck());
  }

  /** The reconciler of the lane. */
  public Reconciler reconciler() {
    return new CompiledGraphReconciler(environment);
  }

  /** Is complete once all compiled graphs, and so the kinds that come from Git, are known. */
  public CompletableFuture<Void> synced() {
    return CompletableFuture.allOf(environment.crds().synced(), environment.graphs().synced());
  }

  /**
   * Wakes the lane: all compiled graphs now, and from now on those that something happens to. They
   * must be {@link #synced}, and the live groups known.
   */
  public void wake() {
    awake = true;
    environment.crds().listen(this::crdChanged);
    environment.registry().listen(new ServingListener());
    environment
        .registry()
        .obstacles()
        .listen(
            source -> {
              if (source.kind().equals(CompiledGraph.KIND)) {
                wake(source.name());
              }
            });
    environment.graphs().cache().all().forEach(graph -> wake(graph.ref().name()));
  }

  /** Ends the watch. */
  @Override
  public void close() {
    environment.graphs().close();
  }

  private void changed(@Nullable CachedObject before, @Nullable CachedObject after) {
    if (after != null) {
      gitKinds.put(after.ref().name(), CompiledGraphReconciler.kind(after.json()));
      wake(after.ref().name());
    } else if (before != null) {
      gitKinds.remove(before.ref().name());
      wake(before.ref().name());
    }
  }

  private void crdChanged(LiveCrd crd, boolean gone) {
    environment.awaited().of(crd.kind()).forEach(this::wake);
    if (!gone && crd.isEstablished() && crd.name().equals(TYPE.crdName())) {
      environment.graphs().lookAgain();
    }
  }

  private void wake(String name) {
    if (awake) {
      environment.queue().accept(CompiledGraph.KIND, new ObjectKey(null, name));
    }
  }

  /** A graph of a live group came, or somebody wants a kind that a compiled graph serves. */
  private final class ServingListener implements RegistryListener {
    @Override
    public void serving(ServedGraph graph) {
      if (!graph.source().kind().equals(CompiledGraph.KIND)) {
        gitKinds.graphsOf(GroupKind.of(graph.api().gvk())).forEach(this::wakeGraph);
      }
    }

    @Override
    public void withdrawn(ServedGraph graph) {}

    @Override
    public void contested(ServedGraph serving, GraphSource rival) {
      if (serving.source().kind().equals(CompiledGraph.KIND)) {
        wakeGraph(serving.source().name());
      }
    }

    private void wakeGraph(String name) {
      wake(name);
    }
  }
}
