package io.kro4j.maven.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.GraphExpression.Conversion;
import io.kro4j.compiler.graph.GraphExpression.Read;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.maven.diagram.Diagram.Arrow;
import io.kro4j.maven.diagram.Layout.PlacedArrow;
import io.kro4j.maven.diagram.Layout.PlacedBox;
import io.kro4j.maven.diagram.Layout.Point;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DiagramTest {

  @Test
  void drawsWhatReadsWhat() {
    ResourceGraph graph =
        graph(
            node("config", List.of(), read("schema", "spec", "title")),
            node("page", List.of("config"), read("config", "data", "a"), read("config", "data")));

    Diagram diagram = Diagram.of(graph);

    assertThat(diagram.arrows())
        .containsExactly(
            new Arrow("schema", "config", List.of("spec.title")),
            new Arrow("config", "page", List.of("data.a", "data")));
  }

  @Test
  void doesNotNameThePartsOfWhatIsReadAsAWhole() {
    GraphExpression whole =
        new GraphExpression(
            "config",
            "map",
            List.of("config"),
            List.of(
                new Read("config", List.of(), Conversion.NONE),
                new Read("config", List.of("metadata", "time"), Conversion.TIMESTAMP)));
    ResourceGraph graph = graph(node("config", List.of()), node("page", List.of("config"), whole));

    assertThat(Diagram.of(graph).arrows())
        .containsExactly(
            new Arrow("schema", "config", List.of()), new Arrow("config", "page", List.of()));
  }

  @Test
  void placesBoxesApartAndArrowsBetweenThem() {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<String> above = i < 3 ? List.of() : List.of("n" + (i / 3), "n" + (i - 1));
      nodes.add(node("n" + i, above.stream().distinct().toList()));
    }

    assertIsReadable(Layout.of(Diagram.of(graph(nodes.toArray(Node[]::new)))));
  }

  /** Each node reads one of those before it, or the instance alone if there is none. */
  static Stream<Arguments> wideDiagrams() {
    return Stream.of(
        arguments("all read the instance", reading(40, node -> -1), 1500),
        arguments("a hundred", reading(100, node -> -1), 1650),
        arguments(
            "three read each", reading(40, node -> (node - 3) / 3 - (node < 3 ? 1 : 0)), 2100),
        arguments(
            "many read each of two",
            reading(40, node -> node % 20 == 0 ? -1 : node / 20 * 20),
            1800),
        arguments(
            "a quarter read others", reading(40, node -> node % 4 == 3 ? node / 3 : -1), 2200),
        arguments("each has a reader", reading(24, node -> node % 2 == 0 ? -1 : node - 1), 1600));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wideDiagrams")
  void breaksRowsThatAreTooWide(String name, Diagram diagram, int width) {
    Layout layout = Layout.of(diagram);

    assertIsReadable(layout);
    assertThat(layout.width()).isLessThan(width);
    assertThat(layout.height()).isLessThan(width);
    assertThat(Layout.of(diagram)).isEqualTo(layout);
  }

  @Test
  void keepsTheOrderOfAWaveInItsRows() {
    List<PlacedBox> boxes = Layout.of(reading(40, node -> -1)).boxes();

    assertThat(boxes)
        .isSortedAccordingTo(Comparator.comparing(PlacedBox::y).thenComparing(PlacedBox::x));
  }

  @Test
  void breaksNoRowsThatFit() {
    List<PlacedBox> boxes = Layout.of(reading(8, node -> -1)).boxes();

    assertThat(boxes.stream().map(PlacedBox::y).distinct()).hasSize(2);
  }

  private static Diagram reading(int nodes, IntUnaryOperator above) {
    List<Diagram.Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    boxes.add(new Diagram.Box("schema", "Shop", Diagram.Shape.INSTANCE, false));
    List<String> kinds = List.of("ConfigMap", "Service", "HorizontalPodAutoscaler");
    for (int i = 0; i < nodes; i++) {
      Diagram.Shape shape = i % 9 == 4 ? Diagram.Shape.COLLECTION : Diagram.Shape.RESOURCE;
      boxes.add(new Diagram.Box("n" + i, kinds.get(i % 3), shape, false));
      int read = above.applyAsInt(i);
      arrows.add(new Arrow(read < 0 ? "schema" : "n" + read, "n" + i, List.of()));
    }
    return new Diagram("wide", boxes, arrows);
  }

  /** No box is over another, and each arrow leads from its box to its box, over none. */
  private static void assertIsReadable(Layout layout) {
    for (PlacedBox one : layout.boxes()) {
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(layout.width());
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(layout.height());
      assertThat(layout.boxes().stream().filter(other -> overlap(one, other))).containsExactly(one);
    }
    for (PlacedArrow arrow : layout.arrows()) {
      Point end = arrow.points().get(arrow.points().size() - 1);
      PlacedBox from = box(layout, arrow.arrow().from());
      PlacedBox to = box(layout, arrow.arrow().to());
      assertThat(arrow.points().get(0).y()).isEqualTo(from.y() + from.height());
      assertThat(end.y()).isEqualTo(to.y());
      assertThat(end.x()).isBetween(to.x(), to.x() + to.width());
      assertThat(layout.boxes()).noneMatch(box -> crosses(arrow, box));
      assertThat(layout.arrows())
          .filteredOn(other -> !other.arrow().from().equals(arrow.arrow().from()))
          .noneMatch(other -> runOverEachOther(arrow, other));
    }
  }

  @Test
  void writesAnSvgThatHoldsAnyTextAndIsTheSameEachTime() throws Exception {
    Diagram diagram =
        new Diagram(
            "a <b> & \"c\"",
            List.of(
                new Diagram.Box("schema", "Shop", Diagram.Shape.INSTANCE, false),
                new Diagram.Box("items", "ConfigMap", Diagram.Shape.COLLECTION, true)),
            List.of(new Arrow("schema", "items", List.of("spec.<x>"))));

    String svg = Svg.of(diagram);

    Document document = parse(svg);
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(texts(document, "title"))
        .containsExactly("a <b> & \"c\"", "schema → items\nspec.<x>");
    assertThat(texts(document, "text"))
        .containsExactly(
            "Shop",
            "schema",
            "ConfigMap",
            "items",
            "any number of objects",
            "only if a condition holds");
    assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(6);
    assertThat(Svg.of(diagram)).isEqualTo(svg);
  }

  @Test
  void explainsOnlyWhatIsThere() {
    Diagram.Box instance = new Diagram.Box("schema", "Shop", Diagram.Shape.INSTANCE, false);
    Diagram.Box external = new Diagram.Box("ca", "ConfigMap", Diagram.Shape.EXTERNAL, false);
    Arrow arrow = new Arrow("schema", "ca", List.of());

    assertThat(Legend.of(new Diagram("shop", List.of(instance), List.of())).entries()).isEmpty();
    assertThat(
            Legend.of(new Diagram("shop", List.of(instance, external), List.of(arrow))).entries())
        .extracting(Legend.Entry::meaning)
        .containsExactly("is there already, only read");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document document, String tag) {
    NodeList found = document.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static boolean overlap(PlacedBox one, PlacedBox other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  private static boolean crosses(PlacedArrow arrow, PlacedBox box) {
    return segments(arrow).stream()
        .anyMatch(
            line ->
                line.left() < box.x() + box.width()
                    && line.right() > box.x()
                    && line.top() < box.y() + box.height()
                    && line.bottom() > box.y());
  }

  private static boolean runOverEachOther(PlacedArrow one, PlacedArrow other) {
    return segments(one).stream()
        .anyMatch(a -> segments(other).stream().anyMatch(b -> a.runsOver(b)));
  }

  private static List<Segment> segments(PlacedArrow arrow) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 1; i < arrow.points().size(); i++) {
      Point a = arrow.points().get(i - 1);
      Point b = arrow.points().get(i);
      segments.add(
          new Segment(
              Math.min(a.x(), b.x()),
              Math.max(a.x(), b.x()),
              Math.min(a.y(), b.y()),
              Math.max(a.y(), b.y())));
    }
    return segments;
  }

  /** A line from left to right or from top to bottom. */
  private record Segment(double left, double right, double top, double bottom) {
    boolean runsOver(Segment other) {
      double wide = Math.min(right, other.right) - Math.max(left, other.left);
      double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return wide >= 0 && high >= 0 && wide + high > 0;
    }
  }

  private static PlacedBox box(Layout layout, String id) {
    return layout.boxes().stream().filter(b -> b.box().id().equals(id)).findFirst().orElseThrow();
  }

  private static ResourceGraph graph(Node... nodes) {
    ApiType api =
        new ApiType(new GroupVersionKind("example.com", "v1", "Shop"), "shops", Scope.NAMESPACED);
    return new ResourceGraph(
        "shop",
        api,
        List.of(nodes),
        FieldValue.Fields.EMPTY,
        List.of(),
        ControllerSettings.DEFAULT);
  }

  private static Node node(String id, List<String> dependencies, GraphExpression... expressions) {
    ApiType type =
        new ApiType(new GroupVersionKind("", "v1", "ConfigMap"), "configmaps", Scope.NAMESPACED);
    Node.Core core = new Node.Core(id, type, dependencies, 1, List.of(), List.of());
    List<FieldValue> values = new ArrayList<>();
    for (GraphExpression expression : expressions) {
      values.add(new FieldValue.Computed(expression));
    }
    return new Node.Resource(
        core, new FieldValue.Fields(Map.of("data", new FieldValue.Items(values))));
  }

  private static GraphExpression read(String variable, String... path) {
    return new GraphExpression(
        variable,
        "string",
        List.of(variable),
        List.of(new Read(variable, List.of(path), Conversion.NONE)));
  }
}
