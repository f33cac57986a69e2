package io.kro4j.maven.diagram;

import io.kro4j.maven.diagram.Diagram.Arrow;
import io.kro4j.maven.diagram.Diagram.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where the boxes and arrows of a diagram go, in pixels.
 *
 * @param width the width of the whole
 * @param height the height of the whole
 * @param boxes the boxes with their places
 * @param arrows the arrows with their bends
 */
record Layout(double width, double height, List<PlacedBox> boxes, List<PlacedArrow> arrows) {
  /** How wide a character is, or a little less. */
  static final double CHARACTER = 7.3;

  private static final double PADDING = 24;
  private static final double BOX_HEIGHT = 44;
  private static final double BETWEEN_BOXES = 20;
  private static final double BETWEEN_WAVES = 28;
  private static final double BEHIND = 4;

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /** A box and its place. */
  record PlacedBox(Box box, double x, double y, double width, double height) {}

  /** An arrow and the points it goes through; at least two. */
  record PlacedArrow(Arrow arrow, List<Point> points) {}

  /** A place. */
  record Point(double x, double y) {}

  /**
   * Lays a diagram out from top to bottom. If a wave of boxes is too wide for one row, the boxes go
   * where {@link Rows} says, by whichever way to place them makes the picture narrower.
   */
  static Layout of(Diagram diagram) {
    List<List<Box>> rows = Rows.of(diagram, box -> width(box) + BETWEEN_BOXES);
    Layout layout = of(diagram, rows, NodePlacementStrategy.BRANDES_KOEPF);
    if (rows.isEmpty()) {
      return layout;
    }
    Layout other = of(diagram, rows, NodePlacementStrategy.NETWORK_SIMPLEX);
    return other.width() < layout.width() ? other : layout;
  }

  private static Layout of(Diagram diagram, List<List<Box>> rows, NodePlacementStrategy placement) {
    ElkNode root = root(placement);
    Map<String, ElkNode> nodes = new HashMap<>();
    Map<String, ElkPort> starts = new HashMap<>();
    for (Box box : diagram.boxes()) {
      ElkNode node = node(root, box);
      nodes.put(box.id(), node);
      starts.put(box.id(), port(node, PortSide.SOUTH));
    }
    List<ElkEdge> edges = new ArrayList<>();
    for (Arrow arrow : diagram.arrows()) {
      ElkPort end = port(Objects.requireNonNull(nodes.get(arrow.to())), PortSide.NORTH);
      edges.add(ElkGraphUtil.createSimpleEdge(starts.get(arrow.from()), end));
    }
    root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, !rows.isEmpty());
    for (int i = 0; i < rows.size(); i++) {
      for (Box box : rows.get(i)) {
        Objects.requireNonNull(nodes.get(box.id()))
            .setProperty(LayeredOptions.PARTITIONING_PARTITION, i);
      }
    }
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    return new Layout(
        root.getWidth(), root.getHeight(), boxes(diagram, nodes), arrows(diagram, edges));
  }

  private static ElkNode root(NodePlacementStrategy placement) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_WAVES);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, placement);
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    return root;
  }

  /** How far a second box sticks out behind a collection; 0 for other boxes, which have none. */
  static double behind(Box box) {
    return box.shape() == Diagram.Shape.COLLECTION ? BEHIND : 0;
  }

  private static ElkNode node(ElkNode root, Box box) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setDimensions(width(box), BOX_HEIGHT + behind(box));
    node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
    return node;
  }

  private static double width(Box box) {
    int characters = Math.max(box.kind().length(), box.id().length());
    return characters * CHARACTER + PADDING + behind(box);
  }

  /**
   * A place where arrows touch a box. Those that start at a box start at one, so that they run as
   * one line as far as they can; each ends at one of its own, so that nobody takes the lines of two
   * boxes for one.
   */
  private static ElkPort port(ElkNode node, PortSide side) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setProperty(CoreOptions.PORT_SIDE, side);
    return port;
  }

  private static List<PlacedBox> boxes(Diagram diagram, Map<String, ElkNode> nodes) {
    List<PlacedBox> boxes = new ArrayList<>();
    for (Box box : diagram.boxes()) {
      ElkNode node = Objects.requireNonNull(nodes.get(box.id()));
      boxes.add(new PlacedBox(box, node.getX(), node.getY(), node.getWidth(), node.getHeight()));
    }
    return boxes;
  }

  private static List<PlacedArrow> arrows(Diagram diagram, List<ElkEdge> edges) {
    List<PlacedArrow> arrows = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      ElkEdgeSection section = edges.get(i).getSections().get(0);
      List<Point> points = new ArrayList<>();
      points.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
      points.add(new Point(section.getEndX(), section.getEndY()));
      arrows.add(new PlacedArrow(diagram.arrows().get(i), List.copyOf(points)));
    }
    return arrows;
  }
}
