package io.kro4j.runtime.controller.compiled;

import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.artifact.CompiledGraphReader;
import io.kro4j.compiler.artifact.ReadGraph;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.instance.PlannedGraph;
import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.controller.Reconciler;
import io.kro4j.runtime.crd.CompiledCrd;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.registry.Admission;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.status.ConditionEvents;
import io.kro4j.runtime.status.StatusPatch;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings one compiled graph to where it should be:
 *
 * <ol>
 *   <li>one that is gone serves no more;
 *   <li>it is read, and its digest is checked;
 *   <li>the CRD in the cluster must be the one that it was compiled with;
 *   <li>the types of its nodes must be served;
 *   <li>it serves, unless its kind is another's;
 *   <li>the status is written, if it says anything new.
 * </ol>
 *
 * <p>While one of these fails, the graph that served before goes on.
 */
final class CompiledGraphReconciler implements Reconciler {
  private final CompiledEnvironment environment;
  private final RequiredTypes requiredTypes;

  CompiledGraphReconciler(CompiledEnvironment environment) {
    this.environment = environment;
    this.requiredTypes = new RequiredTypes(environment.cluster(), environment.crds());
  }

  @Override
  public Outcome reconcile(ObjectKey key) {
    String name = key.name();
    Optional<Map<String, Object>> object =
        environment.graphs().cache().get(null, name).map(cached -> cached.json());
    if (object.isEmpty()) {
      forget(name);
      return Outcome.done();
    }
    try {
      return run(name, object.get());
    } catch (ApiException e) {
      return new Outcome.Retry(
          String.valueOf(e.getMessage()), e.retryAfter().orElse(Duration.ZERO));
    }
  }

  private void forget(String name) {
    environment.awaited().await(name, Set.of());
    withdraw(source -> source.name().equals(name));
  }

  private Outcome run(String name, Map<String, Object> object) throws ApiException {
    GraphSource source = new GraphSource(CompiledGraph.KIND, name, uid(object));
    withdraw(other -> other.name().equals(name) && !other.equals(source));
    CompiledPass pass = new CompiledPass(object, environment.now());
    Outcome outcome = accept(source, object, pass);
    write(object, pass);
    return outcome;
  }

  private Outcome accept(GraphSource source, Map<String, Object> object, CompiledPass pass)
      throws ApiException {
    ReadGraph read = CompiledGraphReader.read(object);
    if (read instanceof ReadGraph.Rejected rejected) {
      pass.rejected(reason(rejected.reason()), rejected.path() + " " + rejected.message());
      stillServing(source, pass);
      return Outcome.done();
    }
    CompiledGraph graph = ((ReadGraph.Accepted) read).graph();
    PlannedGraph planned = InstanceGraph.of(graph.graph());
    if (planned instanceof PlannedGraph.Rejected rejected) {
      String place = (rejected.node() + " " + rejected.place()).strip();
      pass.rejected("Invalid", place + ": " + rejected.message());
      stillServing(source, pass);
      return Outcome.done();
    }
    pass.accepted();
    InstanceGraph runnable = ((PlannedGraph.Accepted) planned).graph();
    String digest = PlainJson.text(PlainJson.at(object, "spec", "digest")).orElse("");
    return serve(graph, new ServedGraph(runnable, source, digest), pass);
  }

  private Outcome serve(CompiledGraph graph, ServedGraph served, CompiledPass pass)
      throws ApiException {
    ApiType api = graph.graph().api();
    List<ApiType> missing = requiredTypes.missing(graph.graph());
    await(served.source().name(), api, missing);
    if (!checkCrd(graph, served, pass)) {
      stillServing(served.source(), pass);
      return Outcome.done();
    }
    if (!missing.isEmpty()) {
      pass.notRunning(
          "WaitingForTypes",
          missing.stream()
              .map(type -> type.gvk().kind() + " of " + type.gvk().apiVersion())
              .collect(Collectors.joining(", ", "the cluster does not serve ", "")));
      return Outcome.again(environment.recheck());
    }
    Admission admission = environment.registry().offer(served);
    if (admission instanceof Admission.Taken taken) {
      pass.notRunning("KindTaken", "the kind is served by " + taken.by() + ", which came first");
    } else {
      running(served.source(), pass, running(GroupKind.of(api.gvk())));
    }
    return Outcome.done();
  }

  private boolean checkCrd(CompiledGraph graph, ServedGraph served, CompiledPass pass)
      throws ApiException {
    ApiType api = graph.graph().api();
    Optional<LiveCrd> live =
        environment.cluster().get(CrdWatch.ref(api.crdName())).map(LiveCrd::new);
    Optional<String> holder =
        live.flatMap(
            crd ->
                environment
                    .groups()
                    .kindOf(crd.ownerUid())
                    .map(kind -> kind + " " + crd.ownerName()));
    CompiledCrd crd = CompiledCrd.of(graph, live, environment.crds()::all);
    if (crd instanceof CompiledCrd.Absent absent) {
      pass.kindFailed("CRDMissing", absent.message());
    } else if (holder.isPresent() && !isServedByOther(served)) {
      // The group serves soon; then this graph waits its turn in the registry.
      pass.kindFailed("CRDTaken", "CRD " + api.crdName() + " is owned by " + holder.get());
    } else if (crd instanceof CompiledCrd.Other other) {
      pass.kindFailed("CRDMismatch", other.message());
    } else {
      pass.kindReady(api.gvk().kind());
      return true;
    }
    return false;
  }

  private boolean isServedByOther(ServedGraph served) {
    return environment
        .registry()
        .find(GroupKind.of(served.api().gvk()))
        .filter(current -> !current.source().equals(served.source()))
        .isPresent();
  }

  private void await(String name, ApiType api, List<ApiType> missing) {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    kinds.add(GroupKind.of(api.gvk()));
    missing.forEach(type -> kinds.add(GroupKind.of(type.gvk())));
    environment.awaited().await(name, kinds);
  }

  private void stillServing(GraphSource source, CompiledPass pass) {
    if (environment.registry().servedBy(source).isPresent()) {
      running(source, pass, "the graph before this one is still served");
    } else {
      pass.notRunning("NotServed", "no graph is served");
    }
  }

  /** The graph serves, but that helps nobody if its instances cannot be seen. */
  private void running(GraphSource source, CompiledPass pass, String message) {
    environment
        .registry()
        .obstacles()
        .find(source)
        .ifPresentOrElse(
            obstacle -> pass.notRunning("FailedToStart", obstacle), () -> pass.running(message));
  }

  private String running(GroupKind kind) {
    List<GraphSource> rivals = environment.registry().rivals(kind);
    return rivals.isEmpty()
        ? "instances are served"
        : rivals.stream()
            .map(GraphSource::toString)
            .collect(
                Collectors.joining(
                    ", ",
                    "instances are served; this graph came first, so these are not served: ",
                    ""));
  }

  private void withdraw(Predicate<GraphSource> gone) {
    environment.registry().all().values().stream()
        .map(ServedGraph::source)
        .filter(source -> source.kind().equals(CompiledGraph.KIND) && gone.test(source))
        .flatMap(source -> environment.registry().withdraw(source).stream())
        .forEach(
            rival -> environment.queue().accept(rival.kind(), new ObjectKey(null, rival.name())));
  }

  private void write(Map<String, Object> object, CompiledPass pass) throws ApiException {
    Map<String, @Nullable Object> after = pass.status();
    Optional<Map<String, @Nullable Object>> changes = StatusPatch.between(pass.before(), after);
    if (changes.isEmpty()) {
      return;
    }
    ObjectRef ref = ObjectRef.of(CompiledGraphs.TYPE, object);
    try {
      environment.graphs().offer(environment.cluster().patch(ref, patch(changes.get())));
    } catch (ApiException e) {
      if (e.kind() != ApiException.Kind.NOT_FOUND) {
        throw e;
      }
    }
    new ConditionEvents(environment.events(), ref, uid(object))
        .tell(
            CompiledPass.READY, Condition.listOf(pass.before()), Condition.listOf(after), Set.of());
  }

  @SuppressWarnings("NullAway") // A merge patch holds nulls, and the port takes any JSON.
  private static Patch patch(Map<String, @Nullable Object> changes) {
    return Patch.merge(changes).toStatus();
  }

  /** The kind that a compiled graph is for; names without content if it does not say. */
  static GroupKind kind(Map<String, Object> object) {
    Map<String, Object> api = PlainJson.object(PlainJson.at(object, "spec", "api"));
    String apiVersion = PlainJson.text(api.get("apiVersion")).orElse("");
    int slash = apiVersion.indexOf('/');
    return new GroupKind(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        PlainJson.text(api.get("kind")).orElse(""));
  }

  private static String uid(Map<String, Object> object) {
    return PlainJson.text(PlainJson.at(object, "metadata", "uid")).orElse("");
  }

  private static String reason(ReadGraph.Reason reason) {
    return switch (reason) {
      case UNSUPPORTED_FORMAT -> "UnsupportedFormat";
      case DIGEST_MISMATCH -> "DigestMismatch";
      case INVALID -> "Invalid";
    };
  }
}
