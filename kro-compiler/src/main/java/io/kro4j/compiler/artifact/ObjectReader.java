package io.kro4j.compiler.artifact;

import io.kro4j.compiler.json.JsonNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object by name and type. */
final class ObjectReader {
  private final String path;
  private final Map<?, ?> fields;

  private ObjectReader(String path, Map<?, ?> fields) {
    this.path = path;
    this.fields = fields;
  }

  /**
   * A reader for an object.
   *
   * @param path the place of the object, for messages
   */
  static ObjectReader of(String path, @Nullable Object value) throws InvalidArtifactException {
    if (value instanceof Map<?, ?> map) {
      return new ObjectReader(path, map);
    }
    throw InvalidArtifactException.invalid(path, value == null ? "is missing" : "is not an object");
  }

  /** The place of a field. */
  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Makes sure that the object has no fields but these. */
  ObjectReader only(String... names) throws InvalidArtifactException {
    for (Object field : fields.keySet()) {
      if (!Arrays.asList(names).contains(field)) {
        throw InvalidArtifactException.invalid(
            path((String) field), "is not a field of this format");
      }
    }
    return this;
  }

  /** A copy of the whole object, whose keys are known to be strings. */
  Map<String, @Nullable Object> copy() {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    fields.forEach((field, value) -> copy.put((String) field, value));
    return copy;
  }

  /** The value as it stands, null if absent. */
  @Nullable Object raw(String name) {
    return fields.get(name);
  }

  /** A string that must be there. */
  String text(String name) throws InvalidArtifactException {
    return optionalText(name)
        .orElseThrow(() -> InvalidArtifactException.invalid(path(name), "is missing"));
  }

  /** A string that may be absent. */
  Optional<String> optionalText(String name) throws InvalidArtifactException {
    Object value = fields.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw InvalidArtifactException.invalid(path(name), "is not a string");
  }

  /** A positive integer that must be there. */
  int positive(String name) throws InvalidArtifactException {
    return optionalPositive(name)
        .orElseThrow(() -> InvalidArtifactException.invalid(path(name), "is missing"));
  }

  /** A positive integer that may be absent. */
  Optional<Integer> optionalPositive(String name) throws InvalidArtifactException {
    Object value = fields.get(name);
    if (value == null) {
      return Optional.empty();
    }
    boolean positive =
        value instanceof Number number
            && JsonNumbers.isWhole(number)
            && number.longValue() > 0
            && number.longValue() <= Integer.MAX_VALUE;
    if (!positive) {
      throw InvalidArtifactException.invalid(path(name), "is not a positive integer");
    }
    return Optional.of(((Number) value).intValue());
  }

  /** A digest that must be there. */
  Digest digest(String name) throws InvalidArtifactException {
    String text = text(name);
    if (!Digest.isDigest(text)) {
      throw InvalidArtifactException.invalid(path(name), "is not a SHA-256 digest");
    }
    return new Digest(text);
  }

  /** An object that must be there. */
  ObjectReader object(String name) throws InvalidArtifactException {
    return of(path(name), fields.get(name));
  }

  /** An object that counts as empty if absent. */
  ObjectReader objectOrEmpty(String name) throws InvalidArtifactException {
    Object value = fields.get(name);
    return of(path(name), value == null ? Map.of() : value);
  }

  /** The objects of a list that counts as empty if absent. */
  List<ObjectReader> objects(String name) throws InvalidArtifactException {
    List<ObjectReader> objects = new ArrayList<>();
    for (Object item : list(name)) {
      objects.add(of(path(name) + "[" + objects.size() + "]", item));
    }
    return objects;
  }

  /** The strings of a list that counts as empty if absent. */
  List<String> texts(String name) throws InvalidArtifactException {
    List<String> texts = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw InvalidArtifactException.invalid(path(name), "has an item that is not a string");
      }
      texts.add(text);
    }
    return texts;
  }

  private List<?> list(String name) throws InvalidArtifactException {
    Object value = fields.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw InvalidArtifactException.invalid(path(name), "is not a list");
  }
}
