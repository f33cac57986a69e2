package io.kro4j.compiler.artifact;

import io.kro4j.compiler.json.JsonNumbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a value is plain JSON of bearable depth and size, before anything recurses into
 * it or copies it.
 */
final class JsonBounds {
  /** The compiler reads definitions at most 100 deep unless told otherwise. */
  static final int MAX_DEPTH = 256;

  /** Far more than fits into the 1.5 MiB that etcd stores. */
  static final int MAX_VALUES = 1_000_000;

  private static final int MAX_CHARACTERS = 8 * 1024 * 1024;

  private int values;
  private long characters;

  private JsonBounds() {}

  /**
   * Checks a value.
   *
   * @param path the place of the value
   */
  static void check(String path, @Nullable Object value) throws InvalidArtifactException {
    new JsonBounds().visit(path, value, 0);
  }

  private void visit(String root, @Nullable Object value, int depth)
      throws InvalidArtifactException {
    if (depth > MAX_DEPTH) {
      throw InvalidArtifactException.invalid(root, "nests deeper than " + MAX_DEPTH + " levels");
    }
    if (++values > MAX_VALUES || characters > MAX_CHARACTERS) {
      throw InvalidArtifactException.invalid(root, "is too large");
    }
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!(entry.getKey() instanceof String key)) {
          throw InvalidArtifactException.invalid(root, "has a key that is not a string");
        }
        characters += key.length();
        visit(root, entry.getValue(), depth + 1);
      }
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        visit(root, item, depth + 1);
      }
    } else {
      scalar(root, value);
    }
  }

  private void scalar(String root, @Nullable Object value) throws InvalidArtifactException {
    if (value instanceof String text) {
      characters += text.length();
    } else if (value instanceof Number number) {
      characters += number.toString().length();
      if (!JsonNumbers.isJson(number)) {
        throw InvalidArtifactException.invalid(root, "has a number that JSON does not know");
      }
    } else if (value != null && !(value instanceof Boolean)) {
      throw InvalidArtifactException.invalid(root, "has a value that is not JSON");
    }
  }
}
