package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.EvaluationOptions;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.instance.PlannedGraph;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.ReconcileObserver;
import io.kro4j.runtime.controller.Workers;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.queue.QueueSettings;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.WatchObserver;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Groups that are served on a real API server by dynamic controllers, and nothing else. */
final class Scenario implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final QueueSettings QUEUE = new QueueSettings(Backoff.USUAL, 0, 0, 20);

  private final ApiServer api;
  private final ControlPlane controlPlane;
  private final String namespace;
  private final Connections.Log requests = new Connections.Log();
  private final List<CompiledGroup> groups = new ArrayList<>();
  private final UnaryOperator<Cluster> faults;
  private HttpCluster cluster;
  private SharedWatches watches;
  private FairQueue<String, ObjectKey> queue;
  private Workers workers;
  private GraphRegistry registry;
  private InstanceController controller;

  private Scenario(ControlPlane controlPlane, String namespace, UnaryOperator<Cluster> faults) {
    this.faults = faults;
    this.controlPlane = controlPlane;
    this.api = controlPlane.api();
    this.namespace = namespace;
    Connections.namespace(api, namespace);
  }

  /** Serves groups. Names of objects are the caller's; they live in a namespace of that name. */
  static Scenario of(ControlPlane controlPlane, String namespace, String groupsYaml) {
    return of(controlPlane, namespace, groupsYaml, UnaryOperator.identity());
  }

  /** The same over a cluster in which things go wrong. */
  static Scenario of(
      ControlPlane controlPlane,
      String namespace,
      String groupsYaml,
      UnaryOperator<Cluster> faults) {
    Scenario scenario = new Scenario(controlPlane, namespace, faults);
    scenario.start();
    scenario.serve(groupsYaml);
    return scenario;
  }

  /** Starts the controllers, as a process does. */
  void start() {
    cluster = Connections.connect(controlPlane, requests);
    Cluster faulty = faults.apply(cluster);
    watches = new SharedWatches(faulty, WatchObserver.none());
    queue = new FairQueue<>(QUEUE, System::nanoTime);
    workers = new Workers(queue, ReconcileObserver.none(), System::nanoTime);
    registry = new GraphRegistry();
    InstanceSettings settings =
        new InstanceSettings(
            "v0.1.0",
            Duration.ofSeconds(1),
            Duration.ZERO,
            EvaluationOptions.DEFAULT,
            Duration.ofSeconds(10));
    controller =
        new InstanceController(
            faulty,
            watches,
            queue,
            workers,
            settings,
            4,
            Set.of(),
            registry.obstacles(),
            InstantSource.system(),
            TransitionListener.none(),
            NodeObserver.none());
    registry.listen(controller);
    workers.start(4);
    groups.forEach(this::offer);
  }

  /** Ends the controllers, as a process that is told to. */
  void stop() {
    workers.close();
    controller.close();
    watches.close();
    cluster.close();
  }

  /** Starts them anew. */
  void restart() {
    stop();
    start();
  }

  /** Compiles groups, and serves them in place of those of the same name. */
  void serve(String groupsYaml) {
    for (CompiledGroup group : compile(groupsYaml)) {
      api.establish(YamlWriter.write(group.crd().json()), "test");
      groups.removeIf(known -> known.name().equals(group.name()));
      groups.add(group);
      offer(group);
    }
  }

  static List<CompiledGroup> compile(String groupsYaml) {
    Compilation compilation =
        ResourceGroupCompiler.compile(
            new CompilerInput(
                List.of(SourceFile.of("groups.yaml", groupsYaml)),
                KubernetesCatalog.newest(),
                CompilerOptions.defaults()
                    .withThreads(1)
                    .withAnalysis(new AnalysisOptions(10, true))));
    assertThat(compilation.diagnostics().stream().filter(found -> found.isError())).isEmpty();
    return compilation.groups();
  }

  /** Serves a group no more. */
  void withdraw(String group) {
    registry.withdraw(source(group));
    groups.removeIf(known -> known.name().equals(group));
  }

  /** Finds a kind without a graph, as a process does that starts. */
  void serveDeletions(ApiType type, BooleanSupplier mayBeServedSoon) {
    controller.serveDeletions(type, mayBeServedSoon);
  }

  private void offer(CompiledGroup group) {
    InstanceGraph graph = ((PlannedGraph.Accepted) InstanceGraph.of(group.graph())).graph();
    registry.offer(new ServedGraph(graph, source(group.name()), group.graph().toString()));
  }

  /** Looks at all instances again, as after the resync period. */
  void enqueueAll() {
    controller.resync();
  }

  /** Waits until all workers are idle and nothing waits for them. */
  void awaitIdle() {
    Connections.await("nothing to do", () -> controller.synced() && queue.isIdle());
  }

  private static GraphSource source(String group) {
    return new GraphSource("ResourceGroup", group, "uid-of-" + group);
  }

  ApiServer api() {
    return api;
  }

  Connections.Log requests() {
    return requests;
  }

  /** Applies an object of the scenario's namespace as a user would. */
  Response apply(String yaml) {
    return done(api.apply(yaml, "user"));
  }

  /** Applies an instance and waits until it is active. */
  Response activate(String yaml) {
    return awaitState(ObjectRef.of(apply(yaml).body()), "ACTIVE");
  }

  /** Deletes an object and waits until it is gone. */
  void delete(ObjectRef object) {
    api.delete(object);
    awaitGone(object);
  }

  /** Changes an object as a user would. */
  Response merge(ObjectRef object, String json) {
    return done(api.merge(object, "", json));
  }

  /** Changes the status of an object as its controller would. */
  Response mergeStatus(ObjectRef object, String json) {
    return done(api.merge(object, "status", json));
  }

  ObjectRef configMap(String name) {
    return ref("v1", "ConfigMap", name);
  }

  /** Waits until a condition of an object is so. */
  Response awaitCondition(ObjectRef object, String type, String status, String... messageParts) {
    return await(
        object,
        response ->
            status.equals(condition(response, type).get("status"))
                && Stream.of(messageParts)
                    .allMatch(String.valueOf(condition(response, type).get("message"))::contains));
  }

  /** A condition of an object; empty if there is none of that type. */
  static Map<String, Object> condition(Response object, String type) {
    return PlainJson.list(object.at("status", "conditions")).stream()
        .map(PlainJson::object)
        .filter(each -> type.equals(each.get("type")))
        .findFirst()
        .orElse(Map.of());
  }

  private static Response done(Response response) {
    assertThat(response.ok()).as("%s", response).isTrue();
    return response;
  }

  ObjectRef ref(String apiVersion, String kind, String name) {
    return new ObjectRef(apiVersion, kind, namespace, name);
  }

  /** Waits until an instance is in a state, for its current generation. */
  Response awaitState(ObjectRef instance, String state) {
    return await(
        instance,
        response ->
            state.equals(response.at("status", "state"))
                && Optional.ofNullable(response.at("metadata", "generation"))
                    .equals(Optional.ofNullable(response.at("status", "observedGeneration"))));
  }

  /** Reads an object until what is read meets a condition. */
  Response await(ObjectRef object, Predicate<Response> condition) {
    return api.waitFor(object, LIMIT, condition);
  }

  /** Waits until an object is gone. */
  void awaitGone(ObjectRef object) {
    await(object, response -> response.status() == 404);
  }

  /** The data of a ConfigMap, or null if there is none. */
  Map<?, ?> data(String name) {
    Response response = api.get(ref("v1", "ConfigMap", name));
    return response.at("data") instanceof Map<?, ?> data ? data : Map.of();
  }

  /** The requests that change something, by verb. */
  long writes() {
    return requests.count(Verb.APPLY, resource -> true)
        + requests.count(Verb.PATCH, resource -> true)
        + requests.count(Verb.CREATE, resource -> true)
        + requests.count(Verb.DELETE, resource -> true);
  }

  @Override
  public void close() {
    stop();
  }
}
