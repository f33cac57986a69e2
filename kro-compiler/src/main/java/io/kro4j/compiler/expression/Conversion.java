package io.kro4j.compiler.expression;

import java.util.List;

/**
 * A value that an expression reads and that is not in CEL what it is in JSON.
 *
 * @param variable the variable it is read from
 * @param path the names of the steps to it; {@link FieldRead#EVERY} for any item or key
 * @param kind what it becomes
 */
public record Conversion(String variable, List<String> path, Kind kind) {
  /** Copies the list. */
  public Conversion {
    path = List.copyOf(path);
  }

  /** What a JSON value becomes. */
  public enum Kind {
    /** Base64 text becomes bytes. */
    BYTES,
    /** RFC 3339 text, with or without a time of day, becomes a timestamp. */
    TIMESTAMP,
    /** The text of a duration becomes a duration. */
    DURATION,
    /** Any number becomes a double: JSON does not tell {@code 1} from {@code 1.0}. */
    DOUBLE
  }
}
