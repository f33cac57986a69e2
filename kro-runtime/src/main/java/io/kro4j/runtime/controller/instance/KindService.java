package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.ApplySetInventory;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.status.PassFindings;
import io.kro4j.runtime.apply.Members.Member;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ApiException.Kind;
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
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The reconciler of the instances of one kind. A pass works with the graph that serves when it
 * begins. Without a graph instances are only deleted.
 */
final class KindService implements Reconciler {
  private static final Duration FOR_CACHES = Duration.ofMillis(500);
  private static final Duration FOR_GRAPH = Duration.ofSeconds(1);
  private static final String NO_GRAPH = "no ResourceGroup serves this kind any more";

  private final GroupKind kind;
  private final InstanceEnvironment shared;
  private final BooleanSupplier mayBeServedSoon;
  private final Map<ObjectKey, InstanceMemory> memories = new ConcurrentHashMap<>();
  private volatile Serving serving;

  /**
   * Serves a kind.
   *
   * @param graph its graph; null if it has none
   * @param mayBeServedSoon whether a graph may come soon, so that instances without one need not
   *     hear that they have none
   */
  KindService(
      GroupKind kind,
      InstanceEnvironment shared,
      KindWatches watches,
      @Nullable ServedGraph graph,
      BooleanSupplier mayBeServedSoon) {
    this.kind = kind;
    this.shared = shared;
    this.mayBeServedSoon = mayBeServedSoon;
    this.serving = Serving.of(shared, watches, graph);
  }

  /** What a pass works with: changed as a whole, so that a graph meets its own watches. */
  private record Serving(
      InstanceEnvironment environment, KindWatches watches, @Nullable ServedGraph graph) {
    private static Serving of(
        InstanceEnvironment shared, KindWatches watches, @Nullable ServedGraph served) {
      if (served == null) {
        return new Serving(shared, watches, null);
      }
      ResourceGraph graph = served.graph().graph();
      return new Serving(shared.with(graph.settings()), watches, served);
    }

    private Set<String> authorFields() {
      return graph == null ? Set.of() : graph.graph().graph().status().fields().keySet();
    }
  }

  /** Serves another graph from the next pass on; or none, and then only deletes. */
  void serve(KindWatches watches, @Nullable ServedGraph graph) {
    serving = Serving.of(shared, watches, graph);
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
    InstanceEnvironment environment = current.environment();
    KindWatches known = current.watches();
    InstanceKey name = new InstanceKey(kind, key);
    environment.routes().own(ApplySetInventory.id(known.api(), instance), name);
    // 2. Deletion needs no graph.
    if (cached.isDeleting()) {
      Outcome outcome = delete(current, instance, memory(key, cached));
      return Marks.of(instance).hold(known, name) ? outcome : Outcome.atOnce();
    }
    // 3. Without a graph an instance stays as it is.
    ServedGraph graph = current.graph();
    if (graph == null) {
      if (mayBeServedSoon.getAsBoolean()) {
        return Outcome.again(FOR_GRAPH);
      }
      environment
          .statusWriter()
          .write(known, Set.of(), instance, PassFindings.unresolved(NO_GRAPH));
      return Outcome.done();
    }
    if (!known.ready()) {
      return Outcome.again(FOR_CACHES);
    }
    // 4. to 9. The pass.
    Outcome outcome =
        new InstancePass(environment, known, graph, name, instance, memory(key, cached)).run();
    return outcome instanceof Outcome.Done
        ? Outcome.again(environment.settings().resync())
        : outcome;
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
    shared
        .routes()
        .forget(
            ApplySetInventory.id(GroupKind.of(api.gvk()), place, key.name()),
            new InstanceKey(kind, key));
    return Outcome.done();
  }

  private Outcome delete(Serving current, Map<String, Object> instance, InstanceMemory memory)
      throws ApiException {
    InstanceEnvironment environment = current.environment();
    KindWatches known = current.watches();
    Duration requeue = environment.settings().requeue();
    DeletionStep step =
        new DeletionStep(
            environment.cluster(), environment.members(known::members), environment.deletion());
    try {
      DeletionStep.Progress progress = step.run(known.api(), instance);
      if (progress instanceof DeletionStep.Progress.Waiting waiting) {
        say(current, instance, progress(waiting.members()));
        return waiting.announced() ? Outcome.done() : Outcome.again(requeue);
      }
      if (progress instanceof DeletionStep.Progress.Blocked blocked) {
        say(current, instance, "deletion blocked: " + blocked.message());
      }
      return Outcome.done();
    } catch (ApiException e) {
      if (e.isTransient() || e.kind() == Kind.CONFLICT) {
        throw e;
      }
      say(current, instance, "deletion blocked: " + e.getMessage());
      return Outcome.again(memory.waitAfterRefusal(requeue));
    }
  }

  /** Names what does not go by itself; the rest goes too fast to be written about. */
  private static String progress(List<Member> members) {
    List<Member> held = members.stream().filter(Member::isHeld).toList();
    if (held.isEmpty()) {
      return "deleting resources";
    }
    String more = held.size() > 1 ? "; and " + (held.size() - 1) + " more" : "";
    Member first = held.get(0);
    String finalizers = "`" + String.join("`, `", first.finalizers()) + "`";
    return "deleting resources: " + first.ref() + " waits for its finalizers " + finalizers + more;
  }

  private static void say(Serving current, Map<String, Object> instance, String whatItWaitsFor)
      throws ApiException {
    current
        .environment()
        .statusWriter()
        .write(
            current.watches(),
            current.authorFields(),
            instance,
            PassFindings.deleting(whatItWaitsFor));
  }

  private static Outcome failed(ApiException e) {
    // What is gone needs nothing; if it is only stale, the watch tells soon.
    return e.kind() == Kind.NOT_FOUND
        ? Outcome.done()
        : new Outcome.Retry(String.valueOf(e.getMessage()), e.retryAfter().orElse(Duration.ZERO));
  }
}
