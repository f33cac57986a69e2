package io.kro4j.compiler.admission;

import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_INVALID_VALUE;
import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_MISSING_FIELD;
import static io.kro4j.compiler.diagnostics.DiagnosticId.ADMISSION_WRONG_TYPE;

import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.TextPatterns;
import io.kro4j.compiler.schema.ValueLimits;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks an object against its schema, without the rules. What an update leaves as it was is not
 * looked at: an API server lets it pass.
 */
final class ValueValidator {
  private static final Optional<String> DATE_TIME = Optional.of("date-time");

  private final Problems problems;
  private final TextPatterns patterns = new TextPatterns();

  ValueValidator(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks a value.
   *
   * @param old what it was before the update; null if it was not there
   */
  void validate(@Nullable Object value, @Nullable Object old, SchemaNode node, FieldPath path) {
    if (old != null && Objects.equals(value, old)) {
      return;
    }
    JsonSchema schema = node.schema();
    if (value == null && schema.nullable()) {
      return;
    }
    if (!isOfType(value, schema)) {
      String type = schema.isIntOrString() ? "an integer or a string" : inWords(schema);
      wrongType(path, "must be " + type + ", not " + inWords(value));
      return;
    }
    for (String problem : ValueLimits.broken(value, schema::keyword, patterns)) {
      problems.atValue(ADMISSION_INVALID_VALUE, path, problems.name(path) + " " + problem);
    }
    if (value instanceof String text && schema.format().equals(DATE_TIME) && !isTime(text)) {
      wrongType(path, "must be a time such as `2026-01-31T12:00:00Z`");
    }
    if (value instanceof Map<?, ?>) {
      validateObject(JsonValues.object(value), old, node, path);
    } else if (value instanceof List<?> list) {
      validateList(list, old, node, path);
    }
  }

  private void validateObject(
      Map<String, @Nullable Object> object, @Nullable Object old, SchemaNode node, FieldPath path) {
    checkRequired(object, node, path);
    if (isEmbedded(node, path)) {
      new MetadataCheck(object, path, problems).checkEmbedded();
    }
    object.forEach(
        (name, value) ->
            node.field(name)
                .ifPresent(
                    field -> validate(value, OldValues.field(old, name), field, path.field(name))));
  }

  private static boolean isEmbedded(SchemaNode node, FieldPath path) {
    return node.resource() && !path.steps().isEmpty();
  }

  private void checkRequired(
      Map<String, @Nullable Object> object, SchemaNode node, FieldPath path) {
    List<String> required = new ArrayList<>(node.schema().required());
    if (isEmbedded(node, path)) {
      required.addAll(List.of("apiVersion", "kind"));
    }
    for (String name : required) {
      if (!object.containsKey(name)) {
        problems.atKey(
            ADMISSION_MISSING_FIELD,
            path,
            problems.name(path) + " has no `" + name + "`, which is required",
            Optional.empty());
      }
    }
  }

  private void validateList(List<?> list, @Nullable Object old, SchemaNode node, FieldPath path) {
    String type = node.schema().listType().orElse("");
    if (type.equals("set")) {
      checkUnique(list, path);
    } else if (type.equals("map")) {
      List<Object> keys = new ArrayList<>();
      list.forEach(item -> keys.add(key(item, node.schema())));
      checkUnique(keys, path);
    }
    Optional<SchemaNode> items = node.items();
    for (int i = 0; items.isPresent() && i < list.size(); i++) {
      validate(
          list.get(i), OldValues.item(old, list.get(i), node.schema()), items.get(), path.item(i));
    }
  }

  /** What tells an item of a list from the others; fields that are not there count too. */
  static Map<String, @Nullable Object> key(@Nullable Object item, JsonSchema list) {
    Map<String, @Nullable Object> key = new LinkedHashMap<>();
    for (String name : list.listMapKeys()) {
      if (item instanceof Map<?, ?> object && object.containsKey(name)) {
        key.put(name, object.get(name));
      }
    }
    return key;
  }

  private void checkUnique(List<?> items, FieldPath path) {
    Set<@Nullable Object> seen = new HashSet<>();
    Set<@Nullable Object> reported = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      if (!seen.add(item) && reported.add(item)) {
        problems.atValue(
            ADMISSION_INVALID_VALUE,
            path.item(i),
            problems.name(path.item(i)) + " is in the list already");
      }
    }
  }

  private void wrongType(FieldPath path, String problem) {
    problems.atValue(ADMISSION_WRONG_TYPE, path, problems.name(path) + " " + problem);
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime unused = OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isOfType(@Nullable Object value, JsonSchema schema) {
    if (schema.isIntOrString()) {
      return value instanceof Long || value instanceof String;
    }
    return schema.type().map(type -> ValueLimits.isOfType(value, type)).orElse(true);
  }

  private static String inWords(JsonSchema schema) {
    return switch (schema.type().orElse("")) {
      case "integer" -> "an integer";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "string" -> "a string";
      default -> "an object";
    };
  }

  private static String inWords(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof Map
        ? "an object"
        : value instanceof List
            ? "a list"
            : value instanceof String ? "a string" : "`" + value + "`";
  }
}
