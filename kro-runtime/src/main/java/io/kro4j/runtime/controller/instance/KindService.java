package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.instance.ApplySetInventory;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.Reconciler;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.watch.CachedObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The reconciler of the instances of one kind. A pass works with the graph that serves when it
 * begins. Without a graph instances are only deleted.
 */
final class KindService implements Reconciler {
  private static final Duration FOR_CACHES = Duration.ofMillis(500);

  private final GroupKind kind;
  private final InstanceEnvironment environment;
  private final Map<ObjectKey, InstanceMemory> memories = new ConcurrentHashMap<>();
  private volatile Serving serving;

  KindService(
      GroupKind kind, InstanceEnvironment environment, KindWatches watches, ServedGraph graph) {
    this.kind = kind;
    this.environment = environment;
    this.serving = Serving.of(watches, graph);
  }

  /** What a pass works with: changed as a whole, so that a graph meets its own watches. */
  private record Serving(
      KindWatches watches, @Nullable ServedGraph graph, List<List<Node>> levels) {
    private static Serving of(KindWatches watches, ServedGraph graph) {
      return new Serving(watches, graph, Levels.of(graph.graph().graph()));
    }

    private Set<String> authorFields() {
      return graph == null ? Set.of() : graph.graph().graph().status().fields().keySet();
    }
  }

  /** Serves another graph from the next pass on. */
  void serve(KindWatches watches, ServedGraph graph) {
    serving = Serving.of(watches, graph);
  }

  /** Serves no graph any more, and only deletes. */
  void retire(KindWatches watches) {
    serving = new Serving(watches, null, List.of());
  }

  @Override
  public Outcome reconcile(ObjectKey key) {
    Serving current = serving;
    KindWatches known = current.watches();
    if (!known.instances().synced().isDone()) {
      return Outcome.again(FOR_CACHES);
    }
    // 1. The instance as it was last seen.
    Optional<CachedObject> cached = known.instances().cache().get(key.namespace(), key.name());
    if (cached.isEmpty()) {
      return forget(known.api(), key);
    }
    Map<String, Object> instance = cached.get().json();
    try {
      return reconcile(current, key, cached.get(), instance);
    } catch (ApiException e) {
      return failed(e);
    }
  }

  private Outcome reconcile(
      Serving current, ObjectKey key, CachedObject cached, Map<String, Object> instance)
      throws ApiException {
    KindWatches known = current.watches();
    InstanceKey name = new InstanceKey(kind, key);
    environment.routes().own(ApplySetInventory.id(known.api(), instance), name);
    // 2. Deletion needs no graph.
    if (cached.isDeleting()) {
      return delete(current, instance);
    }
    // 3. Without a graph an instance is nobody's business.
    ServedGraph graph = current.graph();
    if (graph == null) {
      return Outcome.done();
    }
    if (!known.ready()) {
      return Outcome.again(FOR_CACHES);
    }
    // 4. to 9. The pass.
    return new InstancePass(
            environment, known, graph, current.levels(), name, instance, memory(key, cached))
        .run();
  }

  private InstanceMemory memory(ObjectKey key, CachedObject instance) {
    InstanceMemory memory = memories.get(key);
    if (memory == null || !memory.uid().equals(instance.uid())) {
      memory = new InstanceMemory(instance.uid());
      memories.put(key, memory);
    }
    return memory;
  }

  private Outcome forget(ApiType api, ObjectKey key) {
    memories.remove(key);
    String place = key.namespace() == null ? "" : key.namespace();
    environment
        .routes()
        .forget(
            ApplySetInventory.id(GroupKind.of(api.gvk()), place, key.name()),
            new InstanceKey(kind, key));
    return Outcome.done();
  }

  private Outcome delete(Serving current, Map<String, Object> instance) throws ApiException {
    KindWatches known = current.watches();
    Set<String> authorFields = current.authorFields();
    DeletionStep step =
        new DeletionStep(
            environment.cluster(), environment.members(known::members), environment.deletion());
    DeletionStep.Progress progress;
    try {
      progress = step.run(known.api(), instance);
    } catch (ApiException e) {
      PassFindings blocked = PassFindings.deleting("deletion blocked: " + e.getMessage());
      environment.statusWriter().write(known, authorFields, instance, blocked);
      throw e;
    }
    if (progress instanceof DeletionStep.Progress.Gone) {
      return Outcome.done();
    }
    String message =
        progress instanceof DeletionStep.Progress.Blocked blocked
            ? blocked.message()
            : "deleting resources";
    environment.statusWriter().write(known, authorFields, instance, PassFindings.deleting(message));
    return known.complete() ? Outcome.done() : Outcome.again(environment.settings().requeue());
  }

  private static Outcome failed(ApiException e) {
    // What is gone needs nothing; if it is only stale, the watch tells soon.
    return e.kind() == ApiException.Kind.NOT_FOUND
        ? Outcome.done()
        : new Outcome.Retry(String.valueOf(e.getMessage()), e.retryAfter().orElse(Duration.ZERO));
  }
}
