package io.kro4j.runtime;

import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.expression.Limits;
import io.kro4j.compiler.instance.EvaluationOptions;
import io.kro4j.compiler.instance.ExpressionMeter;
import io.kro4j.runtime.cluster.ClusterCatalog;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.Workers;
import io.kro4j.runtime.controller.compiled.CompiledGraphs;
import io.kro4j.runtime.controller.group.GroupSettings;
import io.kro4j.runtime.controller.group.LiveGroups;
import io.kro4j.runtime.controller.instance.ContestEvents;
import io.kro4j.runtime.controller.instance.InstanceController;
import io.kro4j.runtime.controller.instance.InstanceEvents;
import io.kro4j.runtime.controller.instance.InstanceSettings;
import io.kro4j.runtime.controller.instance.TransitionListener;
import io.kro4j.runtime.crd.CrdTypes;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.GitKinds;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.status.ClusterEvents;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.watch.SharedWatches;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The runtime: serves live groups and compiled graphs, and reconciles the instances of both.
 * Definitions and instances have workers of their own, so that neither waits for the other.
 */
public final class KroRuntime implements AutoCloseable {
  private static final Duration TYPE_RECHECK = Duration.ofMinutes(10);
  private static final Duration SETTLING = Duration.ofMillis(100);
  private static final String REPORTER = "kro.run/kro4j";
  private static final String CRD_LANE = "CustomResourceDefinition";

  private final RuntimeSettings settings;
  private final HttpCluster cluster;
  private final SharedWatches watches;
  private final CrdWatch crds;
  private final GraphRegistry registry = new GraphRegistry();
  private final FairQueue<String, ObjectKey> definitionQueue;
  private final FairQueue<String, ObjectKey> instanceQueue;
  private final Workers definitionWorkers;
  private final Workers instanceWorkers;
  private final InstanceController instances;
  private final LiveGroups groups;
  private final Optional<CompiledGraphs> graphs;
  private final KindOwners owners;
  private final PendingDefinitions pending;
  private volatile CompletableFuture<Void> known;

  private KroRuntime(RuntimeSettings settings, RuntimeObserver observer) {
    this.settings = settings;
    InstantSource clock = InstantSource.system();
    cluster = HttpCluster.connect(settings.cluster(), observer.requests());
    watches = new SharedWatches(cluster, observer.watches());
    ClusterCatalog catalog = new ClusterCatalog(cluster, observer.schemas());
    crds = new CrdWatch(watches);
    definitionQueue = new FairQueue<>(settings.queue(), System::nanoTime);
    instanceQueue = new FairQueue<>(settings.queue(), System::nanoTime);
    definitionWorkers = new Workers(definitionQueue, observer.reconciles(), System::nanoTime);
    instanceWorkers = new Workers(instanceQueue, observer.reconciles(), System::nanoTime);
    ClusterEvents events = new ClusterEvents(cluster, clock, REPORTER, REPORTER);
    instances =
        new InstanceController(
            cluster,
            watches,
            instanceQueue,
            instanceWorkers,
            instanceSettings(settings, observer.expressions()),
            settings.workers().instances(),
            settings.namespaces(),
            registry.obstacles(),
            clock,
            transitions(settings, observer, events),
            observer.nodes());
    registry.listen(instances);
    GitKinds gitKinds = new GitKinds();
    groups =
        new LiveGroups(
            new LiveGroups.Parts(
                cluster,
                watches,
                crds,
                new CrdTypes(cluster, crds, catalog),
                gitKinds,
                registry,
                definitionQueue::add,
                events,
                observer.groups(),
                clock,
                System::nanoTime),
            groupSettings(settings),
            compilerOptions(settings),
            liveKinds(settings));
    graphs =
        settings.kinds().contains(ServedKind.COMPILED_GRAPH)
            ? Optional.of(
                new CompiledGraphs(
                    new CompiledGraphs.Parts(
                        cluster,
                        watches,
                        crds,
                        gitKinds,
                        groups::kindOf,
                        registry,
                        definitionQueue::add,
                        events,
                        clock,
                        TYPE_RECHECK)))
            : Optional.empty();
    owners = new KindOwners(settings.kinds(), groups::kindOf);
    pending =
        new PendingDefinitions(
            definitionQueue,
            settings.kinds().stream().map(ServedKind::kind).collect(Collectors.toSet()),
            groups::revisionsOf,
            System::nanoTime);
    openLanes();
    observer.running(
        new RunningStatistics(
            instanceQueue, definitionQueue, registry, watches, catalog, groups, instances, clock));
    known =
        CompletableFuture.allOf(
            groups.start(),
            graphs.map(CompiledGraphs::synced).orElse(CompletableFuture.completedFuture(null)));
  }

  /**
   * Starts to serve. Returns at once; {@link #waitsFor} tells when everything is known.
   *
   * @param observer hears what happens
   */
  public static KroRuntime start(RuntimeSettings settings, RuntimeObserver observer) {
    KroRuntime runtime = new KroRuntime(settings, observer);
    runtime.known = runtime.known.thenRun(runtime::begin);
    return runtime;
  }

  /**
   * What it still waits for before all decisions rest on all that is in the cluster, for users;
   * empty if nothing.
   */
  public String waitsFor() {
    if (!known.isDone()) {
      return "the groups, compiled graphs and CRDs of the cluster";
    }
    if (!definitionQueue.isIdle()) {
      return "groups to be compiled";
    }
    return instances.synced() ? "" : "instances and their objects";
  }

  /** Why it will not get on without a restart, for users; empty if it does. */
  public String stuck() {
    String definitions = definitionWorkers.stuck();
    return definitions.isEmpty() ? instanceWorkers.stuck() : definitions;
  }

  /** The graphs that serve. */
  public GraphRegistry registry() {
    return registry;
  }

  /** Finishes what is being done, within the time that the settings grant, and ends. */
  @Override
  public void close() {
    definitionWorkers.stop(settings.shutdownTimeout());
    instanceWorkers.stop(settings.shutdownTimeout());
    groups.close();
    graphs.ifPresent(CompiledGraphs::close);
    instances.close();
    crds.close();
    watches.close();
    cluster.close();
  }

  private void openLanes() {
    definitionWorkers.serve(CRD_LANE, CrdWatch.TYPE, this::follow);
    definitionQueue.open(CRD_LANE, 1, Optional.empty());
    groups
        .reconcilers()
        .forEach(
            (type, reconciler) -> {
              String lane = type.gvk().kind();
              boolean isRevision = lane.equals(GraphRevision.KIND);
              RuntimeSettings.Concurrency workers = settings.workers();
              definitionWorkers.serve(lane, type, reconciler);
              definitionQueue.open(
                  lane, isRevision ? workers.revisions() : workers.groups(), Optional.empty());
            });
    graphs.ifPresent(
        all -> {
          definitionWorkers.serve(CompiledGraph.KIND, CompiledGraphs.TYPE, all.reconciler());
          definitionQueue.open(CompiledGraph.KIND, settings.workers().groups(), Optional.empty());
        });
  }

  /**
   * The objects of a type that came may be awaited. Instances may have been left behind by a graph
   * that went while no process was there; whether their kind has a graph is known once nothing is
   * being compiled.
   */
  private Outcome follow(ObjectKey crd) {
    Optional<LiveCrd> found = crds.find(crd.name());
    if (found.isEmpty()) {
      watches.forget(crd.name());
      instances.gone(crd.name());
    } else if (found.get().isEstablished()) {
      watches.lookAgain(crd.name(), found.get().generation());
      boolean isOurs = found.get().isOwned() && owners.areOurs(found.get());
      return isOurs ? serveLeftBehind(found.get()) : Outcome.done();
    }
    return Outcome.done();
  }

  private Outcome serveLeftBehind(LiveCrd crd) {
    if (!definitionQueue.isIdleBut(CRD_LANE)) {
      return Outcome.again(SETTLING);
    }
    instances.serveDeletions(crd.servedType(), pending.of(crd));
    return Outcome.done();
  }

  private void begin() {
    crds.listen((crd, gone) -> definitionQueue.add(CRD_LANE, new ObjectKey(null, crd.name())));
    crds.all().forEach(crd -> definitionQueue.add(CRD_LANE, new ObjectKey(null, crd.name())));
    groups.wake();
    graphs.ifPresent(CompiledGraphs::wake);
    definitionWorkers.start(settings.workers().groups() + settings.workers().revisions());
    instanceWorkers.start(settings.workers().instances());
  }

  private static TransitionListener transitions(
      RuntimeSettings settings, RuntimeObserver observer, EventSink events) {
    TransitionListener always = observer.transitions().and(new ContestEvents(events));
    return settings.has(FeatureGate.INSTANCE_CONDITION_EVENTS)
        ? always.and(new InstanceEvents(events))
        : always;
  }

  private static InstanceSettings instanceSettings(
      RuntimeSettings settings, ExpressionMeter meter) {
    return new InstanceSettings(
        settings.version(),
        settings.intervals().requeue(),
        settings.intervals().resync(),
        new EvaluationOptions(Limits.DEFAULT, settings.limits().maxCollectionSize(), meter),
        settings.limits().evaluationTime());
  }

  private static GroupSettings groupSettings(RuntimeSettings settings) {
    return new GroupSettings(
        settings.deletesCrds(),
        settings.maxGraphRevisions(),
        settings.intervals().progress(),
        TYPE_RECHECK,
        settings.version());
  }

  private static CompilerOptions compilerOptions(RuntimeSettings settings) {
    return CompilerOptions.defaults()
        .withThreads(1)
        .withAnalysis(
            new AnalysisOptions(
                settings.limits().maxCollectionDimensions(),
                settings.has(FeatureGate.CEL_OMIT_FUNCTION)));
  }

  private static Set<String> liveKinds(RuntimeSettings settings) {
    return settings.kinds().stream()
        .filter(kind -> kind != ServedKind.COMPILED_GRAPH)
        .map(ServedKind::kind)
        .collect(Collectors.toSet());
  }
}
