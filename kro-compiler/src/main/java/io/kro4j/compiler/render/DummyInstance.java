package io.kro4j.compiler.render;

import io.kro4j.compiler.admission.InstanceApi;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.schema.TextPatterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instance made up from a schema: the required fields with the simplest values that fit. Fields
 * that may be left out are, and get their defaults. Rules of the schema are not looked at.
 */
public final class DummyInstance {
  private static final String EXAMPLE = "example";

  /** More repetitions than any sensible length asks for. */
  private static final int MOST_REPETITIONS = 64;

  private final TextPatterns patterns = new TextPatterns();

  private DummyInstance() {}

  /** An instance of an API. */
  public static Map<String, @Nullable Object> of(InstanceApi api) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", EXAMPLE);
    if (api.type().scope() == Scope.NAMESPACED) {
      metadata.put("namespace", "default");
    }
    Map<String, @Nullable Object> instance = new LinkedHashMap<>();
    instance.put("apiVersion", api.type().gvk().apiVersion());
    instance.put("kind", api.type().gvk().kind());
    instance.put("metadata", metadata);
    api.schema()
        .property("spec")
        .ifPresent(spec -> instance.put("spec", new DummyInstance().object(spec)));
    return instance;
  }

  private Map<String, @Nullable Object> object(JsonSchema schema) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String name : schema.required()) {
      JsonSchema field = schema.property(name).orElse(JsonSchema.anything());
      if (!field.hasDefault()) {
        object.put(name, value(field, 0));
      }
    }
    return object;
  }

  /** A value; those of different indexes differ where that is possible. */
  private Object value(JsonSchema schema, int index) {
    List<Object> allowed = schema.enumeration();
    if (!allowed.isEmpty()) {
      return allowed.get(index % allowed.size());
    }
    return switch (schema.type().orElse("")) {
      case "integer" -> least(schema) + index;
      case "number" -> number(schema, index);
      case "boolean" -> index % 2 == 1;
      case "array" -> list(schema);
      case "object" -> object(schema);
      default -> schema.isIntOrString() ? (Object) (1L + index) : text(schema, index);
    };
  }

  /** The least whole number allowed, or 1 if that is allowed too. */
  private static long least(JsonSchema schema) {
    double lower = schema.number("minimum").map(Number::doubleValue).orElse(1.0);
    double upper = schema.number("maximum").map(Number::doubleValue).orElse(Math.max(1, lower));
    return (long) Math.ceil(Math.min(Math.max(lower, Math.min(1, upper)), upper));
  }

  /** A whole number, or the upper bound where the range has none. */
  private static double number(JsonSchema schema, int index) {
    double whole = least(schema) + index;
    return schema.number("maximum").map(most -> Math.min(most.doubleValue(), whole)).orElse(whole);
  }

  private List<Object> list(JsonSchema schema) {
    int count = schema.number("minItems").map(Number::intValue).orElse(0);
    List<Object> items = new ArrayList<>();
    JsonSchema of = schema.items().orElse(JsonSchema.anything());
    for (int i = 0; i < count; i++) {
      Object item = value(of, i);
      if (item instanceof Map<?, ?>) {
        item = keyed(object(of), schema, of, i);
      }
      items.add(item);
    }
    return items;
  }

  private Map<String, @Nullable Object> keyed(
      Map<String, @Nullable Object> item, JsonSchema list, JsonSchema items, int index) {
    for (String key : list.listMapKeys()) {
      items.property(key).ifPresent(schema -> item.put(key, value(schema, index)));
    }
    return item;
  }

  private String text(JsonSchema schema, int index) {
    int least = schema.number("minLength").map(Number::intValue).orElse(0);
    int most = schema.number("maxLength").map(Number::intValue).orElse(Integer.MAX_VALUE);
    String word = index == 0 ? EXAMPLE : EXAMPLE + "-" + (index + 1);
    String fitting = lengthened(word, least);
    String plain = fitting.length() > most ? fitting.substring(0, most) : fitting;
    Optional<String> pattern = schema.text("pattern");
    if (pattern.isEmpty() || !patterns.excludes(pattern.get(), plain)) {
      return plain;
    }
    for (int more = index; more < MOST_REPETITIONS; more++) {
      Optional<String> sample =
          PatternSample.of(pattern.get(), more)
              .map(text -> lengthened(text, least))
              .filter(text -> text.length() <= most)
              .filter(text -> !patterns.excludes(pattern.get(), text));
      if (sample.isPresent()) {
        return sample.get();
      }
    }
    return plain;
  }

  private static String lengthened(String text, int least) {
    return text.length() < least ? text + "e".repeat(least - text.length()) : text;
  }
}
