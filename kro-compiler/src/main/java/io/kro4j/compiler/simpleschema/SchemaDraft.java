package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The schema of one field while it is built: keywords, children, and which marker each keyword came
 * from. It is complete once its markers are applied; from then on it is only read, and shared by
 * every field of that type. A field that changes it takes a {@link #copy()} first.
 */
final class SchemaDraft {
  /** How deeply a schema may nest with its named types written out. */
  static final int MAX_HEIGHT = 100;

  /** How many schemas it may be made of; the API server refuses CRDs of far fewer. */
  static final int MAX_SIZE = 50_000;

  /** The type as OpenAPI calls it; empty for a placeholder that stands for a broken type. */
  final String type;

  /** The type as written, or the whole object of fields. */
  final Span span;

  /** Keywords other than those that hold schemas, required names or rules. */
  final Map<String, @Nullable Object> keywords = new TreeMap<>();

  /** The value of the marker that set a keyword. */
  final Map<String, Span> places = new LinkedHashMap<>();

  /**
   * Keywords whose value no CRD can hold. They count only where an API server would see them: not
   * in a type that nothing uses, nor if the field that uses the type sets the keyword anew.
   */
  final Map<String, Diagnostic> flaws = new TreeMap<>();

  /** Names of required properties; twice the same if its author says so twice. */
  final List<String> required = new ArrayList<>();

  /** Validation rules in the order of their markers. */
  final List<Rule> rules = new ArrayList<>();

  private final Map<String, SchemaDraft> properties = new TreeMap<>();

  private boolean doubtful;
  private @Nullable SchemaDraft items;
  private @Nullable SchemaDraft values;
  private int height = 1;
  private int size = 1;

  private @Nullable Map<String, Object> json;

  /**
   * One entry of {@code x-kubernetes-validations}.
   *
   * @param rule the CEL text
   * @param message what the API server says when it is false
   * @param immutable whether it is the transition rule of {@code immutable=true}
   */
  record Rule(MappedText rule, String message, boolean immutable) {
    /** The rule of {@code immutable=true}, which stands at {@code place}. */
    static Rule immutable(Span place) {
      return new Rule(MappedText.synthetic("self == oldSelf", place), "field is immutable", true);
    }
  }

  SchemaDraft(String type, Span span) {
    this.type = type;
    this.span = span;
  }

  /**
   * What stands for a type that could not be understood: anything goes, so nothing else fails.
   * Expressions read {@code int-or-string} as {@code dyn}.
   */
  static SchemaDraft broken(Span span) {
    SchemaDraft draft = new SchemaDraft("", span);
    draft.keywords.put("x-kubernetes-preserve-unknown-fields", true);
    draft.keywords.put("x-kubernetes-int-or-string", true);
    return draft;
  }

  /** Whether this stands for a type that could not be understood. */
  boolean isBroken() {
    return type.isEmpty();
  }

  /** Notes that something said of this, or of a field in it, could not be understood. */
  void doubt() {
    doubtful = true;
  }

  /**
   * Whether something said of this, or of a field in it, could not be understood: then nobody knows
   * whether it was meant to have a default or to be required.
   */
  boolean isDoubtful() {
    return doubtful || isBroken() || !flaws.isEmpty();
  }

  /** A copy to apply markers to; children are shared. */
  SchemaDraft copy() {
    SchemaDraft copy = new SchemaDraft(type, span);
    copy.keywords.putAll(keywords);
    copy.places.putAll(places);
    copy.flaws.putAll(flaws);
    copy.required.addAll(required);
    copy.rules.addAll(rules);
    copy.properties.putAll(properties);
    copy.doubtful = doubtful;
    copy.items = items;
    copy.values = values;
    copy.height = height;
    copy.size = size;
    return copy;
  }

  /** Sets a keyword and remembers the marker it came from. */
  void set(String keyword, @Nullable Object value, Span place) {
    keywords.put(keyword, value);
    places.put(keyword, place);
    flaws.remove(keyword);
  }

  /** Sets a keyword to something that no CRD can hold: there, but without a value. */
  void setFlawed(String keyword, Diagnostic flaw) {
    set(keyword, null, flaw.span());
    flaws.put(keyword, flaw);
  }

  /** Whether a default is given, even {@code null}, which the API server drops. */
  boolean hasDefault() {
    return keywords.containsKey("default");
  }

  /** The value of a keyword, or null. */
  @Nullable Object get(String keyword) {
    return keywords.get(keyword);
  }

  /** Where a keyword was set, or the whole type if no marker did. */
  Span place(String keyword) {
    return places.getOrDefault(keyword, span);
  }

  /** Adds a property. */
  void add(String name, SchemaDraft property) {
    properties.put(name, property);
    grow(property);
  }

  /** Makes this a list of {@code items}. */
  void setItems(SchemaDraft items) {
    this.items = items;
    grow(items);
  }

  /** Makes this a map of {@code values}. */
  void setValues(SchemaDraft values) {
    this.values = values;
    grow(values);
  }

  private void grow(SchemaDraft child) {
    height = Math.max(height, child.height + 1);
    size = Math.min(MAX_SIZE + 1, size + child.size);
  }

  /** The properties of an object with fields, by name. */
  Map<String, SchemaDraft> properties() {
    return Collections.unmodifiableMap(properties);
  }

  /** The items of a list, or null. */
  @Nullable SchemaDraft items() {
    return items;
  }

  /** The values of a map, or null. */
  @Nullable SchemaDraft values() {
    return values;
  }

  /** How many levels this is. */
  int height() {
    return height;
  }

  /** How many schemas this is made of, counted up to one more than the limit. */
  int size() {
    return size;
  }

  /** The finished schema as plain JSON, keys in order; equal parts are shared. */
  Map<String, Object> json() {
    Map<String, Object> known = json;
    if (known == null) {
      known = new LinkedHashMap<>(sorted());
      json = known;
    }
    return known;
  }

  private Map<String, Object> sorted() {
    Map<String, Object> sorted = new TreeMap<>();
    keywords.forEach(
        (keyword, value) -> {
          if (value != null) {
            sorted.put(keyword, value);
          }
        });
    if (!type.isEmpty()) {
      sorted.put("type", type);
    }
    if (!required.isEmpty()) {
      sorted.put("required", required.stream().sorted().toList());
    }
    if (!rules.isEmpty()) {
      sorted.put("x-kubernetes-validations", rules.stream().map(SchemaDraft::json).toList());
    }
    if (!properties.isEmpty()) {
      Map<String, Object> parts = new LinkedHashMap<>();
      properties.forEach((name, part) -> parts.put(name, part.json()));
      sorted.put("properties", parts);
    }
    if (items != null) {
      sorted.put("items", items.json());
    }
    if (values != null) {
      sorted.put("additionalProperties", values.json());
    }
    return sorted;
  }

  private static Map<String, Object> json(Rule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message", rule.message());
    json.put("rule", rule.rule().value());
    return json;
  }
}
