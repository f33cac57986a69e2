package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.instance.EvaluationOptions;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.instance.PlannedGraph;
import io.kro4j.runtime.cluster.ClusterSettings;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.RequestObserver;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** The controllers of {@link CrashTest} in a process of their own, which that test kills. */
final class CrashingProcess {
  private CrashingProcess() {}

  /** Gets ready, says so, and begins when a byte comes in; ends only by being killed. */
  public static void main(String[] kubeconfig) throws IOException {
    CompiledGroup group = Scenario.compile(CrashTest.GROUP).get(0);
    InstanceGraph graph = ((PlannedGraph.Accepted) InstanceGraph.of(group.graph())).graph();
    System.out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    HttpCluster cluster =
        HttpCluster.connect(
            ClusterSettings.defaults("kro4j/test").withKubeconfig(Path.of(kubeconfig[0]), null),
            RequestObserver.none());
    FairQueue<String, ObjectKey> queue =
        new FairQueue<>(new QueueSettings(Backoff.USUAL, 0, 0, 20), System::nanoTime);
    Workers workers = new Workers(queue, ReconcileObserver.none(), System::nanoTime);
    InstanceSettings settings =
        new InstanceSettings(
            "v0.1.0",
            Duration.ofSeconds(1),
            Duration.ZERO,
            EvaluationOptions.DEFAULT,
            Duration.ofSeconds(10));
    GraphRegistry registry = new GraphRegistry();
    registry.listen(
        new InstanceController(
            cluster,
            new SharedWatches(cluster, WatchObserver.none()),
            queue,
            workers,
            settings,
            4,
            Set.of(),
            registry.obstacles(),
            InstantSource.system(),
            TransitionListener.none(),
            NodeObserver.none()));
    workers.start(4);
    var unused =
        registry.offer(
            new ServedGraph(graph, new GraphSource("ResourceGroup", "rt-crash", "uid"), "1"));
    // The parent's end is the end of its children.
    while (System.in.read() >= 0) {}
  }
}
