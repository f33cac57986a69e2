package io.kro4j.compiler.yaml;

import io.kro4j.compiler.source.Span;

/**
 * A value with its size after aliases are expanded, so that an alias to it can be refused before
 * anything walks the expansion.
 *
 * @param value the value
 * @param nodes how many values it holds, itself included, a long text counted as several
 * @param height how deep it nests; 0 for a scalar
 */
record Node(YamlValue value, long nodes, int height) {
  /** The characters that count as a value of their own: a long text is as dear as many values. */
  private static final int CHARACTERS_PER_NODE = 16;

  static Node leaf(YamlValue value) {
    Span span = value.span();
    return new Node(value, 1 + (span.end() - span.start()) / CHARACTERS_PER_NODE, 0);
  }

  /** Null in place of what could not be read and has been reported. */
  static Node placeholder(Span span) {
    return new Node(new YamlValue.Literal(null, span), 0, 0);
  }

  boolean isPlaceholder() {
    return nodes == 0;
  }
}
