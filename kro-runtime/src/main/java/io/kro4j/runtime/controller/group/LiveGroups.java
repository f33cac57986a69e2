package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Reconciler;
import io.kro4j.runtime.crd.AwaitedKinds;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.CrdWriter;
import io.kro4j.runtime.crd.GitKinds;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.RegistryListener;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.revision.RevisionState;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.watch.Attention;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.FieldPath;
import io.kro4j.runtime.watch.Interest;
import io.kro4j.runtime.watch.Listener;
import io.kro4j.runtime.watch.Projection;
import io.kro4j.runtime.watch.Selection;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.Subscription;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Live groups and their revisions: reconcilers for the lanes of the queue, one for each kind, and
 * the watches that wake them. Kinds whose CRD is not installed are picked up when it is.
 */
public final class LiveGroups implements AutoCloseable {
  private final SharedWatches watches;
  private final GroupEnvironment environment;
  private final InstanceWatch instances;
  private final List<ApiType> kinds;
  private volatile boolean awake;

  /**
   * What live groups work with.
   *
   * @param cluster the API server
   * @param watches what of it is kept in memory
   * @param crds the CRDs, watched already
   * @param catalog the types of the cluster
   * @param gitKinds the kinds of compiled graphs
   * @param registry takes the graphs that serve
   * @param queue wakes an object of a lane: lanes have the names of kinds
   * @param events takes the events of groups
   * @param observer hears what happens, for metrics
   * @param clock the time, for statuses
   * @param nanoTime a clock that only goes forward
   */
  public record Parts(
      Cluster cluster,
      SharedWatches watches,
      CrdWatch crds,
      SchemaCatalog catalog,
      GitKinds gitKinds,
      GraphRegistry registry,
      BiConsumer<String, ObjectKey> queue,
      EventSink events,
      GroupObserver observer,
      InstantSource clock,
      LongSupplier nanoTime) {}

  /**
   * Live groups that nothing is done about yet.
   *
   * @param parts what they work with
   * @param settings how they are run
   * @param options how they are compiled
   * @param kinds the kinds of groups to look after; {@code ResourceGroup}, {@code
   *     ResourceGraphDefinition} or both
   */
  public LiveGroups(
      Parts parts, GroupSettings settings, CompilerOptions options, Set<String> kinds) {
    this.watches = parts.watches();
    this.kinds =
        GroupWorld.GROUPS.stream().filter(type -> kinds.contains(type.gvk().kind())).toList();
    GroupEnvironment.Waking waking = waiter -> parts.queue().accept(waiter.lane(), waiter.key());
    this.environment =
        new GroupEnvironment(
            parts.cluster(),
            parts.crds(),
            new CrdWriter(parts.cluster(), parts.crds(), settings.runtimeVersion()),
            new AwaitedKinds<>(),
            parts.gitKinds(),
            new GroupWorld(),
            new DefinitionCompiler(parts.catalog(), options),
            parts.registry(),
            waking,
            settings,
            parts.events(),
            parts.observer(),
            parts.clock(),
            parts.nanoTime());
    this.instances = new InstanceWatch(watches, waking);
  }

  /** The reconcilers by type; the lane of each has the name of its kind. */
  public Map<ApiType, Reconciler> reconcilers() {
    Map<ApiType, Reconciler> reconcilers = new LinkedHashMap<>();
    kinds.forEach(type -> reconcilers.put(type, new GroupReconciler(type, environment, instances)));
    if (!kinds.isEmpty()) {
      Set<String> names = kinds.stream().map(type -> type.gvk().kind()).collect(Collectors.toSet());
      reconcilers.put(GroupWorld.REVISION, new RevisionReconciler(environment, names));
    }
    return reconcilers;
  }

  /**
   * Watches from now on.
   *
   * @return is complete once everything is known that decisions rest on
   */
  public CompletableFuture<Void> start() {
    List<CompletableFuture<Void>> synced = new ArrayList<>();
    synced.add(environment.crds().synced());
    for (ApiType type : GroupWorld.GROUPS) {
      Interest interest =
          kinds.contains(type)
              ? Interest.inWhole(type, List.of(FieldPath.of("spec")))
              : onlyThatTheyAre(type);
      synced.add(watch(interest, (before, after) -> groupChanged(type, before, after)));
    }
    if (!kinds.isEmpty()) {
      Interest revisions = Interest.inWhole(GroupWorld.REVISION, List.of());
      synced.add(watch(revisions, this::revisionChanged));
    }
    environment.crds().listen(this::crdChanged);
    environment.registry().listen(new RivalListener());
    environment.registry().obstacles().listen(this::wakeSource);
    environment.gitKinds().listen(this::wakeWaiters);
    return CompletableFuture.allOf(synced.toArray(CompletableFuture[]::new));
  }

  /**
   * Wakes the lanes: all groups and revisions now, and from now on those that something happens to.
   * What {@link #start} returned must be complete, and the kinds of compiled graphs known.
   */
  public void wake() {
    awake = true;
    environment.world().names(GroupWorld.REVISION).forEach(name -> wake(GraphRevision.KIND, name));
    kinds.forEach(
        type -> environment.world().names(type).forEach(name -> wake(type.gvk().kind(), name)));
  }

  /** How many revisions this process is at which stage with, for metrics. */
  public Map<RevisionState.Stage, Integer> revisions() {
    return environment.world().revisions().count();
  }

  /** The names of the revisions of the groups of a name. */
  public List<String> revisionsOf(String group) {
    return environment.world().revisions().of(group).stream().map(GraphRevision::name).toList();
  }

  /** The kind of the live group with a uid, for those that must know whose a CRD is. */
  public Optional<String> kindOf(String uid) {
    return environment.world().kindOf(uid);
  }

  /** Ends the watches. */
  @Override
  public void close() {
    environment.world().close();
  }

  private CompletableFuture<Void> watch(Interest interest, Listener listener) {
    Subscription subscription = watches.subscribe(interest, listener);
    environment.world().put(interest.type(), subscription);
    return subscription.synced();
  }

  /** What belongs to groups that somebody else looks after must be told from what is nobody's. */
  private static Interest onlyThatTheyAre(ApiType type) {
    return new Interest(type, Selection.ALL, Projection.metadata(), Attention.to(List.of()));
  }

  private void groupChanged(
      ApiType type, @Nullable CachedObject before, @Nullable CachedObject after) {
    CachedObject object = after == null ? before : after;
    if (!kinds.contains(type)) {
      return;
    }
    if (object != null) {
      wake(type.gvk().kind(), object.ref().name());
    }
    if (after == null && before != null) {
      // Others may have waited for the group to be gone for good.
      GroupKind kind = new LiveGroup(type, before.json()).instanceKind();
      wakeWaiters(kind);
      environment.gitKinds().graphsOf(kind).forEach(name -> wake("CompiledGraph", name));
    }
  }

  private void revisionChanged(@Nullable CachedObject before, @Nullable CachedObject after) {
    if (after != null) {
      GraphRevision.read(after.json()).ifPresent(environment.world().revisions()::put);
      wake(GraphRevision.KIND, after.ref().name());
    } else if (before != null) {
      wake(GraphRevision.KIND, before.ref().name());
    }
  }

  private void crdChanged(LiveCrd crd, boolean gone) {
    if (crd.isOwned() && !crd.ownerName().isEmpty()) {
      kinds.forEach(type -> wake(type.gvk().kind(), crd.ownerName()));
    }
    wakeWaiters(crd.kind());
    if (!gone && crd.isEstablished()) {
      environment.world().lookAgain(crd.name());
    }
  }

  private void wakeWaiters(GroupKind kind) {
    environment.awaited().of(kind).forEach(waiter -> wake(waiter.lane(), waiter.name()));
  }

  private void wake(String lane, String name) {
    if (awake) {
      environment.waking().wake(new Waiter(lane, name));
    }
  }

  private void wakeSource(GraphSource source) {
    if (kinds.stream().anyMatch(type -> type.gvk().kind().equals(source.kind()))) {
      wake(source.kind(), source.name());
    }
  }

  /** Lets the group that serves say who else wants to. */
  private final class RivalListener implements RegistryListener {
    @Override
    public void serving(ServedGraph graph) {}

    @Override
    public void withdrawn(ServedGraph graph) {}

    @Override
    public void contested(ServedGraph serving, GraphSource rival) {
      wake(serving.source().kind(), serving.source().name());
    }
  }
}
