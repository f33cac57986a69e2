package io.kro4j.compiler.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to convert in a value and below it, by the steps of the path. */
final class ConversionTree {
  /** Nothing to convert. */
  static final ConversionTree NONE = new ConversionTree();

  private final Map<String, ConversionTree> children = new LinkedHashMap<>();
  private Conversion.@Nullable Kind kind;

  private ConversionTree() {}

  /** One tree for each variable that has something to convert. */
  static Map<String, ConversionTree> of(List<Conversion> conversions) {
    Map<String, ConversionTree> trees = new LinkedHashMap<>();
    for (Conversion conversion : conversions) {
      ConversionTree node =
          trees.computeIfAbsent(conversion.variable(), name -> new ConversionTree());
      for (String step : conversion.path()) {
        node = node.children.computeIfAbsent(step, name -> new ConversionTree());
      }
      node.kind = conversion.kind();
    }
    trees.values().forEach(ConversionTree::spread);
    return trees;
  }

  /** What holds for every child holds for those that are named, too. */
  private void spread() {
    ConversionTree every = children.get(FieldRead.EVERY);
    for (ConversionTree child : children.values()) {
      if (every != null && child != every) {
        child.merge(every);
      }
      child.spread();
    }
  }

  private void merge(ConversionTree other) {
    if (kind == null) {
      kind = other.kind;
    }
    other.children.forEach(
        (step, child) -> children.computeIfAbsent(step, name -> new ConversionTree()).merge(child));
  }

  /** What to convert in the value of a property or key. */
  ConversionTree child(String step) {
    ConversionTree named = children.get(step);
    return named == null ? items() : named;
  }

  /** What to convert in each item of a list. */
  ConversionTree items() {
    return children.getOrDefault(FieldRead.EVERY, NONE);
  }

  /** What the value itself becomes; null if it stays what it is. */
  Conversion.@Nullable Kind kind() {
    return kind;
  }

  /** Whether nothing is to be converted, here and below. */
  boolean isEmpty() {
    return kind == null && children.isEmpty();
  }
}
