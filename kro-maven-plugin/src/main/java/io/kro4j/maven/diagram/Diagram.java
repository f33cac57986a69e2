package io.kro4j.maven.diagram;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a picture of a graph shows: the instance, the nodes, and arrows in the direction in which
 * things come into being.
 *
 * @param title the name of the group
 * @param boxes the instance first, then the nodes in topological order
 * @param arrows from what is read to what reads it, in the order of the boxes
 */
public record Diagram(String title, List<Box> boxes, List<Arrow> arrows) {
  private static final String INSTANCE = "schema";

  /** Copies the lists. */
  public Diagram {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /** What a box stands for. */
  public enum Shape {
    /** The object that users write. */
    INSTANCE,
    /** One object that comes of it. */
    RESOURCE,
    /** Any number of objects that come of it. */
    COLLECTION,
    /** What somebody else owns. */
    EXTERNAL
  }

  /**
   * A box.
   *
   * @param id the name by which expressions read it
   * @param kind the kind of its objects
   * @param shape what it stands for
   * @param isConditional whether it may be left out
   */
  public record Box(String id, String kind, Shape shape, boolean isConditional) {}

  /**
   * An arrow.
   *
   * @param from the id of what comes first
   * @param to the id of what reads it
   * @param fields the fields that are read, in order of first appearance; empty if whole objects
   *     are
   */
  public record Arrow(String from, String to, List<String> fields) {
    /** Copies the list. */
    public Arrow {
      fields = List.copyOf(fields);
    }
  }

  /** The picture of a graph. Nodes that read only the instance hang below it. */
  public static Diagram of(ResourceGraph graph) {
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    boxes.add(new Box(INSTANCE, graph.api().gvk().kind(), Shape.INSTANCE, false));
    for (Node node : graph.nodes()) {
      boolean isConditional = !node.core().includeWhen().isEmpty();
      boxes.add(new Box(node.id(), node.type().gvk().kind(), shape(node), isConditional));
      Map<String, Set<String>> reads = reads(node);
      List<String> above = node.dependencies().isEmpty() ? List.of(INSTANCE) : node.dependencies();
      for (String id : above) {
        Set<String> fields = reads.getOrDefault(id, Set.of());
        boolean isWhole = fields.contains("");
        arrows.add(new Arrow(id, node.id(), isWhole ? List.of() : List.copyOf(fields)));
      }
    }
    return new Diagram(graph.name(), boxes, arrows);
  }

  private static Shape shape(Node node) {
    if (!node.isOwned()) {
      return Shape.EXTERNAL;
    }
    return node.isList() ? Shape.COLLECTION : Shape.RESOURCE;
  }

  private static Map<String, Set<String>> reads(Node node) {
    List<GraphExpression> expressions = new ArrayList<>(node.core().includeWhen());
    if (node instanceof Node.Collection collection) {
      collection.forEach().forEach(dimension -> expressions.add(dimension.list()));
    }
    collect(node.body(), expressions);
    Map<String, Set<String>> reads = new LinkedHashMap<>();
    for (GraphExpression expression : expressions) {
      for (GraphExpression.Read read : expression.reads()) {
        if (!isPartOfAnother(read, expression)) {
          reads
              .computeIfAbsent(read.variable(), id -> new LinkedHashSet<>())
              .add(String.join(".", read.path()));
        }
      }
    }
    return reads;
  }

  /** What is only converted is read as part of something else. */
  private static boolean isPartOfAnother(GraphExpression.Read read, GraphExpression expression) {
    return expression.reads().stream()
        .filter(other -> other.variable().equals(read.variable()))
        .map(GraphExpression.Read::path)
        .anyMatch(
            path ->
                path.size() < read.path().size()
                    && read.path().subList(0, path.size()).equals(path));
  }

  private static void collect(FieldValue value, List<GraphExpression> expressions) {
    if (value instanceof FieldValue.Computed computed) {
      expressions.add(computed.expression());
    } else if (value instanceof FieldValue.Fields fields) {
      fields.fields().values().forEach(field -> collect(field, expressions));
    } else if (value instanceof FieldValue.Items items) {
      items.items().forEach(item -> collect(item, expressions));
    }
  }
}
