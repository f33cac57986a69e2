package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.GraphExpression;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The expressions of one owner (a node, or the status), each once, in order of first use. The
 * places where they are used hold the strings that {@link TemplateText} gives them.
 */
final class ExpressionTable {
  private final Map<GraphExpression, String> references = new LinkedHashMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();

  /** Adds an expression unless it is there and gives the string that stands for it. */
  String add(GraphExpression expression) {
    String known = references.get(expression);
    if (known != null) {
      return known;
    }
    int ordinal = ordinals.merge(expression.text(), 1, Integer::sum);
    String reference = TemplateText.ofExpression(expression.text(), ordinal);
    references.put(expression, reference);
    return reference;
  }

  /** Adds expressions and gives the strings that stand for them. */
  List<String> addAll(List<GraphExpression> expressions) {
    return expressions.stream().map(this::add).toList();
  }

  /** The expressions in order of first use. */
  List<GraphExpression> entries() {
    return List.copyOf(references.keySet());
  }
}
