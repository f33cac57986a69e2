package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.evaluate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes that render the same object: who goes first does not depend on who was decided first. */
class CollisionTest {
  private static final InstanceGraph GRAPH =
      TestGraph.of(
          """
          resources:
            - id: base
              template: {apiVersion: v1, kind: ConfigMap, metadata: {name: root}}
            - id: deep
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${base.metadata.name + '-same'}"}
            - id: first
              template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${schema.spec.name}"}}
            - id: second
              template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "${schema.spec.name}"}}
            - id: elsewhere
              template:
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "${schema.spec.name}", namespace: other}
            - id: parts
              forEach: [{part: "${['x', 'same']}"}]
              template: {apiVersion: v1, kind: ConfigMap, metadata: {name: "root-${part}"}}
          """);

  @Test
  void belongsToTheNodeThatComesFirst() {
    List<String> order = new ArrayList<>(List.of("first", "second", "elsewhere", "parts", "deep"));
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(order, random);
      InstanceEvaluation pass = evaluate(GRAPH, "{name: root-same}");
      observeRoot(pass);
      order.forEach(pass::decide);

      assertThat(pass.collision("first")).isEmpty();
      assertThat(pass.collision("elsewhere")).isEmpty();
      assertThat(pass.collision("second"))
          .contains(
              "ConfigMap default/root-same is rendered twice: by node `first` and by node `second`");
      assertThat(pass.collision("parts"))
          .contains(
              "ConfigMap default/root-same is rendered twice: by node `first` and by node `parts`");
      assertThat(pass.collision("deep"))
          .contains(
              "ConfigMap default/root-same is rendered twice: by node `first` and by node `deep`");
    }
  }

  /** One graph serves all instances, and the nodes of one level may be decided at once. */
  @Test
  void isSafeOnManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int i = 0; i < 50; i++) {
        InstanceEvaluation pass = evaluate(GRAPH, "{name: root-same}");
        observeRoot(pass);
        List<Callable<Decision>> tasks = new ArrayList<>();
        for (String node : List.of("second", "first", "parts", "deep", "elsewhere")) {
          IntStream.range(0, 2).forEach(n -> tasks.add(() -> pass.decide(node)));
        }
        List<Decision> decisions = new ArrayList<>();
        for (Future<Decision> future : threads.invokeAll(tasks)) {
          decisions.add(future.get());
        }
        for (int n = 0; n < decisions.size(); n += 2) {
          assertThat(decisions.get(n)).isSameAs(decisions.get(n + 1));
        }
        assertThat(pass.collision("first")).isEmpty();
        assertThat(pass.collision("second")).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void observeRoot(InstanceEvaluation pass) {
    pass.decide("base");
    pass.observe("base", Observation.of(TestGraph.json("{metadata: {name: root}}")));
  }
}
