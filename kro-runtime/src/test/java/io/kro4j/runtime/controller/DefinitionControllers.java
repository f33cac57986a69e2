package io.kro4j.runtime.controller;

import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.api.ApiTypes;
import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.runtime.cluster.CatalogObserver;
import io.kro4j.runtime.cluster.ClusterCatalog;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.RequestObserver;
import io.kro4j.runtime.controller.compiled.CompiledGraphs;
import io.kro4j.runtime.controller.group.GroupObserver;
import io.kro4j.runtime.controller.group.GroupSettings;
import io.kro4j.runtime.controller.group.LiveGroups;
import io.kro4j.runtime.crd.CrdTypes;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.GitKinds;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.queue.QueueSettings;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.status.ClusterEvents;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.WatchObserver;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The controllers of live groups and compiled graphs against a real API server, as {@code main}
 * runs them, but without instances. Closing it and starting another is a restart.
 */
public final class DefinitionControllers implements AutoCloseable {
  private static final String MANAGER = "test";

  private final HttpCluster cluster;
  private final SharedWatches watches;
  private final CrdWatch crds;
  private final LiveGroups groups;
  private final CompiledGraphs graphs;
  private final FairQueue<String, ObjectKey> queue;
  private final Workers workers;
  private final GraphRegistry registry = new GraphRegistry();

  /** How the controllers run. */
  public record Options(GroupSettings settings, Set<String> kinds, RequestObserver requests) {
    public static Options defaults() {
      return new Options(
          GroupSettings.defaults("test"),
          Set.of("ResourceGroup", "ResourceGraphDefinition"),
          RequestObserver.none());
    }

    public Options with(GroupSettings changed) {
      return new Options(changed, kinds, requests);
    }

    public Options withKinds(String... only) {
      return new Options(settings, Set.of(only), requests);
    }

    public Options with(RequestObserver observer) {
      return new Options(settings, kinds, observer);
    }
  }

  private DefinitionControllers(ControlPlane controlPlane, Options options) {
    cluster = Connections.connect(controlPlane, options.requests());
    watches = new SharedWatches(cluster, WatchObserver.none());
    crds = new CrdWatch(watches);
    Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));
    queue = new FairQueue<>(new QueueSettings(backoff, 0, 100, 1000), System::nanoTime);
    InstantSource clock = InstantSource.system();
    ClusterEvents events = new ClusterEvents(cluster, clock, "kro.run/kro4j", "test");
    GitKinds gitKinds = new GitKinds();
    groups =
        new LiveGroups(
            new LiveGroups.Parts(
                cluster,
                watches,
                crds,
                new CrdTypes(cluster, crds, new ClusterCatalog(cluster, CatalogObserver.none())),
                gitKinds,
                registry,
                queue::add,
                events,
                GroupObserver.none(),
                clock,
                System::nanoTime),
            options.settings(),
            CompilerOptions.defaults(),
            options.kinds());
    graphs =
        new CompiledGraphs(
            new CompiledGraphs.Parts(
                cluster,
                watches,
                crds,
                gitKinds,
                groups::kindOf,
                registry,
                queue::add,
                events,
                clock,
                Duration.ofMinutes(10)));
    workers = new Workers(queue, ReconcileObserver.none(), System::nanoTime);
    groups
        .reconcilers()
        .forEach((type, reconciler) -> workers.serve(type.gvk().kind(), type, reconciler));
    workers.serve(CompiledGraph.KIND, CompiledGraphs.TYPE, graphs.reconciler());
    groups
        .reconcilers()
        .keySet()
        .forEach(type -> queue.open(type.gvk().kind(), 2, Optional.empty()));
    queue.open(CompiledGraph.KIND, 2, Optional.empty());
  }

  /** Starts controllers, and returns when they know the cluster. */
  public static DefinitionControllers start(ControlPlane controlPlane) {
    return start(controlPlane, Options.defaults());
  }

  /** Starts controllers, and returns when they know the cluster. */
  public static DefinitionControllers start(ControlPlane controlPlane, Options options) {
    DefinitionControllers controllers = new DefinitionControllers(controlPlane, options);
    CompletableFuture.allOf(controllers.groups.start(), controllers.graphs.synced()).join();
    controllers.groups.wake();
    controllers.graphs.wake();
    controllers.workers.start(2);
    return controllers;
  }

  /** Installs the CRDs of the kinds that kro itself brings. */
  public static void install(ApiServer api) {
    for (SourceFile crd : ApiTypes.crds()) {
      api.establish(crd.text(), MANAGER);
    }
    api.establish(resource("/io/kro4j/compiler/artifact/compiledgraphs.kro4j.io.yaml"), MANAGER);
  }

  /** Whether everything was looked at that is known, and nothing is due. */
  public boolean isIdle() {
    return queue.isIdle();
  }

  /** The graph that serves a kind. */
  public Optional<ServedGraph> serving(String group, String kind) {
    return registry.find(new GroupKind(group, kind));
  }

  /** Who serves a kind and in which version, as text; empty if nobody does. */
  public String server(String group, String kind) {
    return serving(group, kind)
        .map(served -> served.source() + " " + served.version().split(" ")[0])
        .orElse("");
  }

  @Override
  public void close() {
    workers.stop(Duration.ofSeconds(10));
    groups.close();
    graphs.close();
    crds.close();
    watches.close();
    cluster.close();
  }

  private static String resource(String name) {
    try (InputStream in = CompiledGraph.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
