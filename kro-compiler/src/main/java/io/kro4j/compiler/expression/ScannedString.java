package io.kro4j.compiler.expression;

import io.kro4j.compiler.source.MappedText;
import java.util.List;

/** A string of a definition, split into literal text and expressions. */
public sealed interface ScannedString {
  /** The whole string as decoded. */
  MappedText whole();

  /**
   * A string without expressions.
   *
   * @param whole the string
   */
  record Plain(MappedText whole) implements ScannedString {}

  /**
   * A string that is one expression and nothing else, such as {@code ${schema.spec.replicas}}. Its
   * value replaces the string, whatever its type.
   *
   * @param whole the string with its braces
   * @param expression what stands between the braces
   */
  record Standalone(MappedText whole, MappedText expression) implements ScannedString {}

  /**
   * A string with at least one expression in it, such as {@code ${schema.metadata.name}-web}. Its
   * value is always a string.
   *
   * @param whole the string
   * @param parts the pieces in order; together they are the whole string
   */
  record Mixed(MappedText whole, List<Part> parts) implements ScannedString {
    /** Copies the list. */
    public Mixed {
      parts = List.copyOf(parts);
    }
  }

  /** A piece of a mixed string. */
  sealed interface Part {
    /** The text of the piece, without braces. */
    MappedText text();

    /**
     * Text that stays as it is.
     *
     * @param text the text, not empty
     */
    record Literal(MappedText text) implements Part {}

    /**
     * An expression.
     *
     * @param text what stands between the braces
     * @param braced the same with its braces
     */
    record Expression(MappedText text, MappedText braced) implements Part {}
  }
}
