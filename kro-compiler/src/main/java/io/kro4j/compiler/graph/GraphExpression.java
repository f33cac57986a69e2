package io.kro4j.compiler.graph;

import java.util.List;

/**
 * A checked CEL expression.
 *
 * @param text the CEL text without delimiters; for a string with several parts, their concatenation
 * @param type the type of the result, as CEL writes types
 * @param references the variables it reads, each once, in order of first appearance
 * @param reads the fields it reads of them, each once, in order of first appearance
 */
public record GraphExpression(String text, String type, List<String> references, List<Read> reads) {

  /** Stands in a path for every item of a list and every value of a map. */
  public static final String EVERY = "*";

  /** Copies the lists. */
  public GraphExpression {
    references = List.copyOf(references);
    reads = List.copyOf(reads);
  }

  /**
   * A field that the expression reads, or a part of one whose JSON must be converted before CEL
   * sees it.
   *
   * @param variable the variable it belongs to
   * @param path the JSON field names from the variable down; empty for the whole object
   * @param conversion what CEL gets instead of the JSON value
   */
  public record Read(String variable, List<String> path, Conversion conversion) {
    /** Copies the list. */
    public Read {
      path = List.copyOf(path);
    }
  }

  /** What a JSON value becomes before CEL sees it. */
  public enum Conversion {
    /** The JSON value itself. */
    NONE("none"),
    /** Base64 text becomes bytes. */
    BYTES("bytes"),
    /** RFC 3339 text becomes a timestamp. */
    TIMESTAMP("timestamp"),
    /** The text of a duration becomes a duration. */
    DURATION("duration"),
    /** Any number becomes an integer if whole. */
    INTEGER("integer"),
    /** Any number becomes a double. */
    DOUBLE("double");

    private final String text;

    Conversion(String text) {
      this.text = text;
    }

    /** The word that the artifact uses. */
    public String text() {
      return text;
    }
  }
}
