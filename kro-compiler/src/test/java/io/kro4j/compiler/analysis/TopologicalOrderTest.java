package io.kro4j.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {
  @Test
  void theEarliestDeclaredOfTheFreeNodesGoesFirst() {
    // Upstream's own example.
    Map<String, Set<String>> graph = graph("z", "b:d", "a", "d", "c:b,a");

    assertThat(TopologicalOrder.of(graph)).containsExactly("z", "a", "d", "b", "c");
  }

  @Test
  void wavesCountFromTheNodesThatNothingDependsOn() {
    Map<String, Set<String>> graph = graph("z", "b:d", "a", "d", "c:b,a");

    assertThat(TopologicalOrder.waves(graph))
        .containsOnly(entry("z", 3), entry("c", 3), entry("b", 2), entry("a", 2), entry("d", 1));
  }

  @Test
  void anEmptyGraphHasNoOrderAndNoWaves() {
    assertThat(TopologicalOrder.of(Map.of())).isEmpty();
    assertThat(TopologicalOrder.waves(Map.of())).isEmpty();
    assertThat(TopologicalOrder.cycles(Map.of())).isEmpty();
  }

  @Test
  void eachSeparateCycleIsFoundOnceByItsShortestWay() {
    Map<String, Set<String>> graph = graph("a:b", "b:c,a", "c:a", "d", "e:f", "f:e", "g:a");

    assertThat(TopologicalOrder.cycles(graph))
        .containsExactly(List.of("a", "b", "a"), List.of("e", "f", "e"));
  }

  @Test
  void aNodeThatNeedsItselfIsACycle() {
    assertThat(TopologicalOrder.cycles(graph("a:a"))).containsExactly(List.of("a", "a"));
  }

  @Test
  void aGraphWithACycleHasNoOrder() {
    assertThatThrownBy(() -> TopologicalOrder.of(graph("a:b", "b:a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A graph from lines such as {@code c:b,a}: c depends on b and a. */
  private static Map<String, Set<String>> graph(String... nodes) {
    Map<String, Set<String>> graph = new LinkedHashMap<>();
    for (String node : nodes) {
      String[] parts = node.split(":", 2);
      graph.put(
          parts[0],
          parts.length == 1 ? Set.of() : new LinkedHashSet<>(Arrays.asList(parts[1].split(","))));
    }
    return graph;
  }
}
