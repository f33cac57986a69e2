package io.kro4j.compiler.yaml;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a YAML document with its place in the file. */
public sealed interface YamlValue {
  /** The whole value as written. */
  Span span();

  /**
   * The value as plain JSON: {@code LinkedHashMap}, {@code List}, {@code String}, {@code Long},
   * {@code BigInteger} (an integer beyond 64 bits), {@code Double}, {@code Boolean} or null.
   */
  @Nullable Object toJson();

  /** What the value is, as messages call it: {@code object}, {@code list}, {@code string}, …. */
  String typeName();

  /** The same with its article: {@code a string}, {@code an object}, {@code null}. */
  default String typeNameWithArticle() {
    return switch (typeName()) {
      case "null" -> typeName();
      case "object", "integer" -> "an " + typeName();
      default -> "a " + typeName();
    };
  }

  /**
   * An object. Keys are unique and are strings as Kubernetes reads them (the YAML 1.1 key {@code
   * yes} is {@code "true"}).
   *
   * @param entries the entries as ordered in the file
   * @param span the whole object
   */
  record Mapping(List<Entry> entries, Span span) implements YamlValue {
    /** Copies the list. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().value().equals(key)).findFirst();
    }

    /** The value of a key. */
    public Optional<YamlValue> get(String key) {
      return entry(key).map(Entry::value);
    }

    /** The entry at the end of a path of keys; empty if what lies on the way is no object. */
    public Optional<Entry> find(String first, String... further) {
      Optional<Entry> found = entry(first);
      for (String key : further) {
        found =
            found.flatMap(e -> e.value() instanceof Mapping m ? m.entry(key) : Optional.empty());
      }
      return found;
    }

    /** Where the object begins: its first key, or the whole of it if it has none. */
    public Span start() {
      return entries.isEmpty() ? span : entries.get(0).key().span();
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      entries.forEach(entry -> json.put(entry.key().value(), entry.value().toJson()));
      return json;
    }

    @Override
    public String typeName() {
      return "object";
    }
  }

  /**
   * One key of an object and its value.
   *
   * @param key the key as Kubernetes reads it
   * @param value the value
   */
  record Entry(MappedText key, YamlValue value) {
    /** The place of the key. */
    public Span keySpan() {
      return key.span();
    }
  }

  /**
   * A list.
   *
   * @param items the items in order
   * @param span the whole list
   */
  record Sequence(List<YamlValue> items, Span span) implements YamlValue {
    /** Copies the list. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public List<@Nullable Object> toJson() {
      List<@Nullable Object> json = new ArrayList<>();
      items.forEach(item -> json.add(item.toJson()));
      return Collections.unmodifiableList(json);
    }

    @Override
    public String typeName() {
      return "list";
    }
  }

  /**
   * A string, whatever its style.
   *
   * @param text the decoded string with its map to the file
   */
  record Text(MappedText text) implements YamlValue {
    @Override
    public Span span() {
      return text.span();
    }

    @Override
    public String toJson() {
      return text.value();
    }

    @Override
    public String typeName() {
      return "string";
    }
  }

  /**
   * A plain scalar that YAML 1.1 reads as something other than a string.
   *
   * @param value {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean}, or null for
   *     YAML null
   * @param span the scalar as written
   */
  record Literal(@Nullable Object value, Span span) implements YamlValue {
    @Override
    public @Nullable Object toJson() {
      return value;
    }

    @Override
    public String typeName() {
      if (value == null) {
        return "null";
      }
      if (value instanceof Boolean) {
        return "boolean";
      }
      return value instanceof Double ? "number" : "integer";
    }
  }
}
