package io.kro4j.compiler.crd.compat;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares two schemas field by field, down through fields, list items and map values. */
final class SchemaComparison {
  private final ChangeLog log;

  private SchemaComparison(ChangeLog log) {
    this.log = log;
  }

  /** Adds the changes between two schemas of a whole object; {@code prefix} goes before paths. */
  static void compare(String prefix, JsonSchema before, JsonSchema after, ChangeLog log) {
    SchemaComparison comparison = new SchemaComparison(log);
    comparison.properties(prefix, before, after);
    comparison.required(prefix, before, after);
    KeywordComparison.compare(prefix.isEmpty() ? "." : prefix, before, after, log);
  }

  private void field(String path, JsonSchema before, JsonSchema after) {
    boolean sameType =
        before.type().equals(after.type()) && before.isIntOrString() == after.isIntOrString();
    if (!sameType) {
      log.add(
          path,
          ChangeRule.TYPE_CHANGED,
          before.type().orElse(null),
          after.type().orElse(null),
          "the type changed from " + type(before) + " to " + type(after));
      return;
    }
    KeywordComparison.compare(path, before, after, log);
    properties(path + ".", before, after);
    required(path + ".", before, after);
    part(
        path + "[]",
        before.items(),
        after.items(),
        ChangeRule.ITEMS_REMOVED,
        ChangeRule.ITEMS_ADDED);
    part(
        path + ".*",
        before.additionalProperties(),
        after.additionalProperties(),
        ChangeRule.MAP_VALUES_REMOVED,
        ChangeRule.MAP_VALUES_ADDED);
  }

  private static String type(JsonSchema schema) {
    return schema.isIntOrString()
        ? "`integer or string`"
        : schema.type().map(type -> "`" + type + "`").orElse("any");
  }

  private void properties(String prefix, JsonSchema before, JsonSchema after) {
    Map<String, JsonSchema> old = before.properties();
    Map<String, JsonSchema> now = after.properties();
    for (String name : union(old.keySet(), now.keySet())) {
      String path = prefix + name;
      JsonSchema oldField = old.get(name);
      JsonSchema newField = now.get(name);
      if (oldField == null && newField != null) {
        added(path, newField, after.required().contains(name));
      } else if (oldField != null && newField == null) {
        log.add(path, ChangeRule.PROPERTY_REMOVED, oldField.json(), null, "the field was removed");
      } else if (oldField != null && newField != null) {
        field(path, oldField, newField);
      }
    }
  }

  private void added(String path, JsonSchema field, boolean required) {
    boolean mustBeGiven = required && field.defaultValue() == null;
    log.add(
        path,
        mustBeGiven ? ChangeRule.REQUIRED_PROPERTY_ADDED : ChangeRule.PROPERTY_ADDED,
        null,
        field.json(),
        mustBeGiven ? "a required field without a default was added" : "the field was added");
  }

  private void required(String prefix, JsonSchema before, JsonSchema after) {
    List<String> old = before.required();
    List<String> now = after.required();
    for (String name : union(Set.copyOf(old), Set.copyOf(now))) {
      JsonSchema oldField = before.property(name).orElse(null);
      JsonSchema newField = after.property(name).orElse(null);
      if (oldField == null || newField == null) {
        continue;
      }
      String path = prefix + name;
      if (!old.contains(name)) {
        log.add(path, ChangeRule.REQUIRED_ADDED, false, true, "the field is now required");
      } else if (!now.contains(name)) {
        log.add(path, ChangeRule.REQUIRED_REMOVED, true, false, "the field is no longer required");
      } else if (oldField.defaultValue() != null && newField.defaultValue() == null) {
        log.add(
            path,
            ChangeRule.REQUIRED_DEFAULT_REMOVED,
            oldField.defaultValue(),
            null,
            "the required field lost its default");
      }
    }
  }

  private void part(
      String path,
      Optional<JsonSchema> before,
      Optional<JsonSchema> after,
      ChangeRule removed,
      ChangeRule added) {
    if (before.isPresent() && after.isPresent()) {
      field(path, before.get(), after.get());
    } else if (before.isPresent()) {
      log.add(path, removed, before.get().json(), null, "the schema was removed");
    } else if (after.isPresent()) {
      log.add(path, added, null, after.get().json(), "a schema was added");
    }
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> union = new TreeSet<>(left);
    union.addAll(right);
    return union;
  }
}
