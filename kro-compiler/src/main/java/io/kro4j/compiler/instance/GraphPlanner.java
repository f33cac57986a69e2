package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Conversion;
import io.kro4j.compiler.expression.EvaluableExpression;
import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.Node;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans the expressions of a graph; those that are the same are planned once. */
final class GraphPlanner {
  private final Map<Key, PlannedExpression> planned = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private String node = "";

  /** What makes two expressions the same. */
  private record Key(
      String text, List<String> references, boolean raw, List<Conversion> conversions) {}

  /** A text that is no expression. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    private final String node;
    private final String place;

    Damaged(String node, String place, String message) {
      super(message, null, false, false);
      this.node = node;
      this.place = place;
    }

    PlannedGraph.Rejected rejection() {
      return new PlannedGraph.Rejected(node, place, String.valueOf(getMessage()));
    }
  }

  List<PlannedNode> nodes(ResourceGraph graph) throws Damaged {
    List<PlannedNode> nodes = new ArrayList<>();
    for (Node each : graph.nodes()) {
      nodes.add(node(each, nodes.size()));
    }
    node = "";
    return nodes;
  }

  private PlannedNode node(Node each, int position) throws Damaged {
    node = each.id();
    int depth = 0;
    for (String dependency : each.dependencies()) {
      Integer above = depths.get(dependency);
      if (above == null) {
        throw new Damaged(
            node, "dependencies", "`" + dependency + "` is not a node that stands before this one");
      }
      depth = Math.max(depth, above + 1);
    }
    depths.put(node, depth);
    return new PlannedNode(
        each,
        depth,
        position,
        conditions("includeWhen", each.core().includeWhen(), false),
        conditions("readyWhen", each.core().readyWhen(), true),
        dimensions(each),
        field("", each.body()));
  }

  private List<PlannedNode.Dimension> dimensions(Node each) throws Damaged {
    List<PlannedNode.Dimension> dimensions = new ArrayList<>();
    if (each instanceof Node.Collection collection) {
      for (Node.Dimension dimension : collection.forEach()) {
        String place = "forEach." + dimension.name();
        dimensions.add(
            new PlannedNode.Dimension(dimension.name(), plan(place, dimension.list(), false)));
      }
    }
    return List.copyOf(dimensions);
  }

  /** Plans a list of expressions; each one's place is its index. */
  List<PlannedExpression> conditions(String field, List<GraphExpression> expressions, boolean raw)
      throws Damaged {
    List<PlannedExpression> conditions = new ArrayList<>();
    for (GraphExpression expression : expressions) {
      conditions.add(plan(field + "[" + conditions.size() + "]", expression, raw));
    }
    return List.copyOf(conditions);
  }

  /** Plans a part of a template. */
  PlannedField field(String path, FieldValue value) throws Damaged {
    if (value instanceof FieldValue.Computed computed) {
      return new PlannedField.Computed(path, plan(path, computed.expression(), false));
    }
    if (value instanceof FieldValue.Fields object) {
      Map<String, PlannedField> fields = new LinkedHashMap<>();
      for (Map.Entry<String, FieldValue> entry : object.fields().entrySet()) {
        fields.put(entry.getKey(), field(FieldPaths.child(path, entry.getKey()), entry.getValue()));
      }
      return fields(fields);
    }
    if (value instanceof FieldValue.Items list) {
      List<PlannedField> items = new ArrayList<>();
      for (FieldValue item : list.items()) {
        items.add(field(path + "[" + items.size() + "]", item));
      }
      return items(items);
    }
    return new PlannedField.Constant(((FieldValue.Literal) value).value());
  }

  /** What has no expression in it is made once, and shared by all objects. */
  private static PlannedField fields(Map<String, PlannedField> fields) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (Map.Entry<String, PlannedField> entry : fields.entrySet()) {
      if (!(entry.getValue() instanceof PlannedField.Constant constant)) {
        return new PlannedField.Fields(Collections.unmodifiableMap(fields));
      }
      json.put(entry.getKey(), constant.json());
    }
    return new PlannedField.Constant(Collections.unmodifiableMap(json));
  }

  private static PlannedField items(List<PlannedField> items) {
    List<@Nullable Object> json = new ArrayList<>();
    for (PlannedField item : items) {
      if (!(item instanceof PlannedField.Constant constant)) {
        return new PlannedField.Items(List.copyOf(items));
      }
      json.add(constant.json());
    }
    return new PlannedField.Constant(Collections.unmodifiableList(json));
  }

  private PlannedExpression plan(String place, GraphExpression expression, boolean raw)
      throws Damaged {
    List<Conversion> conversions = raw ? List.of() : conversions(expression);
    Key key = new Key(expression.text(), expression.references(), raw, conversions);
    PlannedExpression known = planned.get(key);
    if (known != null) {
      return known;
    }
    try {
      EvaluableExpression program =
          raw
              ? EvaluableExpression.raw(expression.text())
              : EvaluableExpression.of(expression.text(), conversions);
      PlannedExpression made = new PlannedExpression(program, expression.references());
      planned.put(key, made);
      return made;
    } catch (IllegalArgumentException e) {
      throw new Damaged(node, place, "`" + expression.text() + "` is not an expression");
    }
  }

  private static List<Conversion> conversions(GraphExpression expression) {
    List<Conversion> conversions = new ArrayList<>();
    for (GraphExpression.Read read : expression.reads()) {
      kind(read.conversion())
          .ifPresent(kind -> conversions.add(new Conversion(read.variable(), read.path(), kind)));
    }
    return conversions;
  }

  /** A whole number is an integer in CEL anyhow. */
  private static Optional<Conversion.Kind> kind(GraphExpression.Conversion conversion) {
    return switch (conversion) {
      case NONE, INTEGER -> Optional.empty();
      case BYTES -> Optional.of(Conversion.Kind.BYTES);
      case TIMESTAMP -> Optional.of(Conversion.Kind.TIMESTAMP);
      case DURATION -> Optional.of(Conversion.Kind.DURATION);
      case DOUBLE -> Optional.of(Conversion.Kind.DOUBLE);
    };
  }
}
