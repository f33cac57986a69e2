package io.kro4j.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.instance.PlannedGraph;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphRegistryTest {
  private static final GraphSource LIVE = new GraphSource("ResourceGroup", "web", "1");
  private static final GraphSource COMPILED = new GraphSource("CompiledGraph", "web", "2");
  private static final GroupKind WEB = new GroupKind("kro.run", "Web");

  private final GraphRegistry registry = new GraphRegistry();
  private final List<String> news = new ArrayList<>();

  @BeforeEach
  void listen() {
    registry.listen(
        new RegistryListener() {
          @Override
          public void serving(ServedGraph graph) {
            news.add("serving " + graph.source().kind() + " " + graph.version());
          }

          @Override
          public void withdrawn(ServedGraph graph) {
            news.add("withdrawn " + graph.source().kind() + " " + graph.version());
          }

          @Override
          public void contested(ServedGraph serving, GraphSource rival) {
            news.add("contested by " + rival.kind());
          }
        });
  }

  @Test
  void servesTheFirstAndTellsOthersWhoDoes() {
    Admission first = registry.offer(graph("Web", LIVE, "a"));
    Admission second = registry.offer(graph("Web", COMPILED, "b"));
    registry.offer(graph("Web", COMPILED, "c"));

    assertThat(first).isEqualTo(new Admission.Serving(true));
    assertThat(second).isEqualTo(new Admission.Taken(LIVE));
    assertThat(registry.find(WEB).map(ServedGraph::version)).contains("a");
    assertThat(registry.rivals(WEB)).containsExactly(COMPILED);
    assertThat(news).containsExactly("serving ResourceGroup a", "contested by CompiledGraph");
  }

  @Test
  void replacesAGraphByTheNextOfItsSource() {
    registry.offer(graph("Web", LIVE, "a"));
    registry.offer(graph("Web", LIVE, "b"));

    assertThat(registry.find(WEB).map(ServedGraph::version)).contains("b");
    assertThat(news).containsExactly("serving ResourceGroup a", "serving ResourceGroup b");
  }

  @Test
  void takesNoNoteOfAGraphThatServesAlready() {
    registry.offer(graph("Web", LIVE, "a"));

    assertThat(registry.offer(graph("Web", LIVE, "a"))).isEqualTo(new Admission.Serving(false));
    assertThat(news).containsExactly("serving ResourceGroup a");
  }

  @Test
  void withdrawsTheKindThatASourceServedBefore() {
    registry.offer(graph("Web", LIVE, "a"));
    registry.offer(graph("Site", LIVE, "b"));

    assertThat(registry.find(WEB)).isEmpty();
    assertThat(registry.servedBy(LIVE).map(ServedGraph::version)).contains("b");
    assertThat(news)
        .containsExactly(
            "serving ResourceGroup a", "withdrawn ResourceGroup a", "serving ResourceGroup b");
  }

  @Test
  void namesThoseWhoWaitWhenASourceWithdraws() {
    registry.offer(graph("Web", LIVE, "a"));
    registry.offer(graph("Web", COMPILED, "b"));

    assertThat(registry.withdraw(LIVE)).containsExactly(COMPILED);
    assertThat(registry.find(WEB)).isEmpty();
    assertThat(registry.offer(graph("Web", COMPILED, "b"))).isEqualTo(new Admission.Serving(true));
  }

  @Test
  void forgetsARivalThatWithdraws() {
    registry.offer(graph("Web", LIVE, "a"));
    registry.offer(graph("Web", COMPILED, "b"));
    registry.withdraw(COMPILED);

    assertThat(registry.withdraw(LIVE)).isEmpty();
  }

  @Test
  void takesAnObjectMadeAnewForAnotherSource() {
    registry.offer(graph("Web", LIVE, "a"));
    GraphSource anew = new GraphSource("ResourceGroup", "web", "3");

    assertThat(registry.offer(graph("Web", anew, "a"))).isEqualTo(new Admission.Taken(LIVE));
  }

  private static ServedGraph graph(String kind, GraphSource source, String version) {
    ApiType api =
        new ApiType(new GroupVersionKind("kro.run", "v1alpha1", kind), "things", Scope.NAMESPACED);
    ResourceGraph graph =
        new ResourceGraph(
            "web", api, List.of(), FieldValue.Fields.EMPTY, List.of(), ControllerSettings.DEFAULT);
    InstanceGraph planned = ((PlannedGraph.Accepted) InstanceGraph.of(graph)).graph();
    return new ServedGraph(planned, source, version);
  }
}
