package io.kro4j.compiler.crd.compat;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what two schemas of the same type say about one value, its parts aside. */
final class KeywordComparison {
  private static final List<String> LEAST =
      List.of("minimum", "minLength", "minItems", "minProperties");
  private static final List<String> MOST =
      List.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final List<String> LIST_TYPES =
      List.of("x-kubernetes-list-type", "x-kubernetes-list-map-keys", "x-kubernetes-map-type");

  /** Keywords that are compared here or by {@link SchemaComparison}, each under its own rule. */
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "properties",
          "required",
          "items",
          "additionalProperties",
          "description",
          "default",
          "pattern",
          "format",
          "enum",
          "nullable",
          "x-kubernetes-int-or-string",
          "x-kubernetes-preserve-unknown-fields",
          "x-kubernetes-validations");

  private final String path;
  private final JsonSchema before;
  private final JsonSchema after;
  private final ChangeLog log;

  private KeywordComparison(String path, JsonSchema before, JsonSchema after, ChangeLog log) {
    this.path = path;
    this.before = before;
    this.after = after;
    this.log = log;
  }

  /** Adds the changes between two schemas at a path. */
  static void compare(String path, JsonSchema before, JsonSchema after, ChangeLog log) {
    KeywordComparison comparison = new KeywordComparison(path, before, after, log);
    comparison.keyword("description", ChangeRule.DESCRIPTION_CHANGED, "the description");
    comparison.keyword("default", ChangeRule.DEFAULT_CHANGED, "the default");
    comparison.pattern();
    comparison.format();
    comparison.enumeration();
    LEAST.forEach(limit -> comparison.limit(limit, 1));
    MOST.forEach(limit -> comparison.limit(limit, -1));
    LIST_TYPES.forEach(
        type -> comparison.keyword(type, ChangeRule.LIST_TYPE_CHANGED, "`" + type + "`"));
    comparison.flags();
    comparison.validations();
    comparison.others();
  }

  private void keyword(String keyword, ChangeRule rule, String name) {
    log.compare(path, rule, name, before.keyword(keyword), after.keyword(keyword));
  }

  private void pattern() {
    Object old = before.keyword("pattern");
    Object now = after.keyword("pattern");
    ChangeRule rule =
        old == null
            ? ChangeRule.PATTERN_ADDED
            : now == null ? ChangeRule.PATTERN_REMOVED : ChangeRule.PATTERN_CHANGED;
    log.compare(path, rule, "the pattern", old, now);
  }

  private void format() {
    boolean removed = after.keyword("format") == null;
    keyword(
        "format", removed ? ChangeRule.FORMAT_REMOVED : ChangeRule.FORMAT_CHANGED, "the format");
  }

  private void enumeration() {
    List<Object> old = before.enumeration();
    List<Object> now = after.enumeration();
    if (old.isEmpty() != now.isEmpty()) {
      boolean added = old.isEmpty();
      log.add(
          path,
          added ? ChangeRule.ENUM_ADDED : ChangeRule.ENUM_REMOVED,
          added ? null : old,
          added ? now : null,
          added ? "only certain values are allowed now" : "all values are allowed now");
      return;
    }
    for (Object value : missing(old, now)) {
      log.add(
          path,
          ChangeRule.ENUM_VALUE_REMOVED,
          value,
          null,
          "the value `" + value + "` was removed");
    }
    for (Object value : missing(now, old)) {
      log.add(
          path, ChangeRule.ENUM_VALUE_ADDED, null, value, "the value `" + value + "` was added");
    }
  }

  private static List<Object> missing(List<Object> values, List<Object> others) {
    return values.stream()
        .distinct()
        .filter(value -> others.stream().noneMatch(other -> ChangeLog.same(value, other)))
        .toList();
  }

  /**
   * Compares one limit.
   *
   * @param tighter the sign of a change that allows less
   */
  private void limit(String keyword, int tighter) {
    Number old = before.number(keyword).orElse(null);
    Number now = after.number(keyword).orElse(null);
    log.compare(path, limitRule(old, now, tighter), "`" + keyword + "`", old, now);
  }

  private static ChangeRule limitRule(@Nullable Number old, @Nullable Number now, int tighter) {
    if (old == null) {
      return ChangeRule.LIMIT_ADDED;
    }
    if (now == null) {
      return ChangeRule.LIMIT_REMOVED;
    }
    int change = ChangeLog.decimal(now).compareTo(ChangeLog.decimal(old));
    return change == tighter ? ChangeRule.LIMIT_TIGHTENED : ChangeRule.LIMIT_RELAXED;
  }

  private void flags() {
    if (before.preservesUnknownFields() != after.preservesUnknownFields()) {
      boolean kept = after.preservesUnknownFields();
      log.add(
          path,
          kept ? ChangeRule.UNKNOWN_FIELDS_KEPT : ChangeRule.UNKNOWN_FIELDS_PRUNED,
          !kept,
          kept,
          kept ? "unknown fields are kept now" : "unknown fields are dropped now");
    }
    if (before.nullable() != after.nullable()) {
      boolean allowed = after.nullable();
      log.add(
          path,
          allowed ? ChangeRule.NULL_ALLOWED : ChangeRule.NULL_FORBIDDEN,
          !allowed,
          allowed,
          allowed ? "null is allowed now" : "null is no longer allowed");
    }
  }

  private void validations() {
    List<Object> old = new ArrayList<>(before.validations());
    for (Object validation : after.validations()) {
      Object rule = rule(validation);
      Object same =
          old.stream().filter(other -> ChangeLog.same(rule, rule(other))).findFirst().orElse(null);
      if (same == null) {
        log.add(
            path,
            ChangeRule.VALIDATION_ADDED,
            null,
            validation,
            "the rule `" + rule + "` was added");
      } else {
        old.remove(same);
        log.compare(path, ChangeRule.VALIDATION_REWORDED, "a validation", same, validation);
      }
    }
    for (Object validation : old) {
      String what = "the rule `" + rule(validation) + "` was removed";
      log.add(path, ChangeRule.VALIDATION_REMOVED, validation, null, what);
    }
  }

  private static @Nullable Object rule(Object validation) {
    return validation instanceof Map<?, ?> map ? map.get("rule") : validation;
  }

  /** Whatever else a schema may say: nobody knows what it allows, so a change of it breaks. */
  private void others() {
    Set<String> keywords = new TreeSet<>(before.json().keySet());
    keywords.addAll(after.json().keySet());
    keywords.removeAll(KNOWN);
    List.of(LEAST, MOST, LIST_TYPES).forEach(known -> known.forEach(keywords::remove));
    keywords.forEach(keyword -> keyword(keyword, ChangeRule.KEYWORD_CHANGED, "`" + keyword + "`"));
  }
}
