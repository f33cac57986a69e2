package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.json.JsonText;
import io.kro4j.compiler.schema.TextPatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Writes the markers of one field into its schema, in their order: of two equal markers the later
 * wins, rules and list keys add up.
 */
final class MarkerApplier {
  private static final String LIST_TYPE = "x-kubernetes-list-type";
  private static final String LIST_MAP_KEYS = "x-kubernetes-list-map-keys";
  private static final List<String> LIST_TYPES = List.of("atomic", "set", "map");
  private static final Map<String, String> NAMES =
      Map.of(
          "string", "a string",
          "integer", "an integer",
          "number", "a float",
          "boolean", "a boolean",
          "array", "a list",
          "object", "an object");

  private final TextPatterns patterns;
  private final Diagnostics diagnostics;
  private final LiteralMarkers literals;

  MarkerApplier(TextPatterns patterns, Diagnostics diagnostics) {
    this.patterns = patterns;
    this.diagnostics = diagnostics;
    this.literals = new LiteralMarkers(diagnostics);
  }

  /**
   * Applies markers to a schema that nothing else uses yet.
   *
   * @param field the name to add to {@code required} of the parent
   * @param parentRequired where to add it
   */
  void apply(List<Marker> markers, SchemaDraft schema, String field, List<String> parentRequired) {
    for (Marker marker : markers) {
      if (marker.name() == MarkerName.REQUIRED) {
        bool(marker).filter(yes -> yes).ifPresent(yes -> parentRequired.add(field));
      } else if (!schema.isBroken()) {
        apply(marker, schema);
      }
    }
    listMapKeysNeedMap(schema);
  }

  private void apply(Marker marker, SchemaDraft schema) {
    switch (marker.name()) {
      case DEFAULT -> literals.defaultValue(marker, schema);
      case ENUM -> literals.enumeration(marker, schema);
      case DESCRIPTION -> description(marker, schema);
      case MINIMUM, MAXIMUM -> number(marker, schema);
      case MIN_LENGTH, MAX_LENGTH -> length(marker, schema, "string", "strings");
      case MIN_ITEMS, MAX_ITEMS -> length(marker, schema, "array", "lists");
      case PATTERN -> pattern(marker, schema);
      case VALIDATION -> validation(marker, schema);
      case IMMUTABLE -> immutable(marker, schema);
      case UNIQUE_ITEMS -> uniqueItems(marker, schema);
      case LIST_TYPE -> listType(marker, schema);
      case LIST_MAP_KEY -> listMapKey(marker, schema);
      case REQUIRED -> throw new IllegalStateException("belongs to the parent");
    }
  }

  /** An empty description takes away that of the type. */
  private static void description(Marker marker, SchemaDraft schema) {
    String text = marker.value().value();
    schema.set("description", text.isEmpty() ? null : text, marker.span());
  }

  private Optional<Boolean> bool(Marker marker) {
    Optional<Boolean> value = GoLiterals.bool(marker.value().value());
    if (value.isEmpty()) {
      invalid(marker, "must be `true` or `false`");
    }
    return value;
  }

  private void number(Marker marker, SchemaDraft schema) {
    OptionalDouble value = GoLiterals.number(marker.value().value());
    if (value.isEmpty()) {
      invalid(marker, "must be a number");
    } else if (!Double.isFinite(value.getAsDouble())) {
      schema.setFlawed(marker.name().text(), invalidValue(marker, "must be a finite number"));
    } else {
      schema.set(marker.name().text(), JsonText.stored(value.getAsDouble()), marker.span());
    }
  }

  private void length(Marker marker, SchemaDraft schema, String type, String applies) {
    OptionalLong value = GoLiterals.integer(marker.value().value());
    if (!isApplicable(marker, schema, type, applies)) {
      return;
    }
    if (value.isEmpty()) {
      invalid(marker, "must be a whole number");
    } else {
      schema.set(marker.name().text(), value.getAsLong(), marker.span());
    }
  }

  private void pattern(Marker marker, SchemaDraft schema) {
    String value = marker.value().value();
    if (!isApplicable(marker, schema, "string", "strings")) {
      return;
    }
    if (value.isEmpty()) {
      invalid(marker, "must not be empty");
      return;
    }
    Optional<TextPatterns.Flaw> flaw = patterns.flaw(value);
    if (flaw.isPresent()) {
      flawed(marker, flaw.get());
    } else {
      schema.set("pattern", value, marker.span());
    }
  }

  private void flawed(Marker pattern, TextPatterns.Flaw flaw) {
    int at = flaw.part().isEmpty() ? -1 : pattern.value().value().indexOf(flaw.part());
    diagnostics.add(
        DiagnosticId.SIMPLESCHEMA_MARKER_VALUE,
        at < 0 ? pattern.span() : pattern.value().span(at, at + flaw.part().length()),
        "`pattern` " + flaw.reason(),
        "Kubernetes uses RE2, which has no look-ahead, look-behind or back references");
  }

  private void validation(Marker marker, SchemaDraft schema) {
    if (Spaces.trim(marker.value()).value().isEmpty()) {
      invalid(marker, "must be a CEL expression");
    } else {
      schema.rules.add(new SchemaDraft.Rule(marker.value(), "validation failed", false));
    }
  }

  private void immutable(Marker marker, SchemaDraft schema) {
    bool(marker)
        .filter(yes -> yes)
        .ifPresent(yes -> schema.rules.add(SchemaDraft.Rule.immutable(marker.span())));
  }

  private void uniqueItems(Marker marker, SchemaDraft schema) {
    Optional<Boolean> unique = bool(marker);
    if (isApplicable(marker, schema, "array", "lists") && unique.orElse(false)) {
      setListType("set", marker, schema);
    }
  }

  private void listType(Marker marker, SchemaDraft schema) {
    String value = marker.value().value();
    if (!isApplicable(marker, schema, "array", "lists")) {
      return;
    }
    if (LIST_TYPES.contains(value)) {
      setListType(value, marker, schema);
    } else {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_MARKER_VALUE,
          marker.span(),
          "`listType` must be `atomic`, `set` or `map`, not `" + value + "`",
          Suggestions.didYouMean(value, LIST_TYPES).orElse("write one of the three"));
    }
  }

  private void setListType(String type, Marker marker, SchemaDraft schema) {
    Object before = schema.get(LIST_TYPE);
    if (before == null || before.equals(type)) {
      schema.set(LIST_TYPE, type, marker.span());
      return;
    }
    diagnostics.add(
        Diagnostic.of(
                DiagnosticId.SIMPLESCHEMA_MARKER_CONFLICT,
                marker.span(),
                "the list cannot be of type `" + type + "`, it is already of type `" + before + "`")
            .withRelated("set here", schema.place(LIST_TYPE)));
  }

  private void listMapKey(Marker marker, SchemaDraft schema) {
    String key = marker.value().value();
    if (!isApplicable(marker, schema, "array", "lists")) {
      return;
    }
    List<Object> keys = new ArrayList<>();
    if (schema.get(LIST_MAP_KEYS) instanceof List<?> before) {
      keys.addAll(before);
    }
    if (keys.contains(key)) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_MARKER_CONFLICT,
          marker.span(),
          "the list has the key `" + key + "` already");
      return;
    }
    keys.add(key);
    schema.set(LIST_MAP_KEYS, List.copyOf(keys), marker.span());
  }

  private void listMapKeysNeedMap(SchemaDraft schema) {
    Object type = schema.get(LIST_TYPE);
    if (schema.get(LIST_MAP_KEYS) != null && !"map".equals(type)) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_MARKER_CONFLICT,
          schema.place(LIST_MAP_KEYS),
          type == null
              ? "`listMapKey` needs a `listType`"
              : "`listMapKey` does not go with a list of type `" + type + "`",
          "write `listType=map`");
    }
  }

  private boolean isApplicable(Marker marker, SchemaDraft schema, String type, String applies) {
    if (schema.type.equals(type)) {
      return true;
    }
    diagnostics.add(
        DiagnosticId.SIMPLESCHEMA_MARKER_NOT_APPLICABLE,
        marker.span(),
        "`" + marker.name().text() + "` applies to " + applies + ", and this is " + name(schema));
    return false;
  }

  /** What a field is, with its article. */
  static String name(SchemaDraft schema) {
    return NAMES.getOrDefault(schema.type, "of an unknown type");
  }

  private void invalid(Marker marker, String must) {
    diagnostics.add(invalidValue(marker, must));
  }

  private static Diagnostic invalidValue(Marker marker, String must) {
    String value = marker.value().value();
    String found = value.isEmpty() ? "" : ", not `" + value + "`";
    return Diagnostic.of(
        DiagnosticId.SIMPLESCHEMA_MARKER_VALUE,
        marker.span(),
        "`" + marker.name().text() + "` " + must + found);
  }
}
