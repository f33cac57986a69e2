package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The markers of SimpleSchema. */
enum MarkerName {
  REQUIRED("required"),
  DEFAULT("default"),
  DESCRIPTION("description"),
  MINIMUM("minimum"),
  MAXIMUM("maximum"),
  VALIDATION("validation"),
  ENUM("enum"),
  IMMUTABLE("immutable"),
  PATTERN("pattern"),
  UNIQUE_ITEMS("uniqueItems"),
  MIN_LENGTH("minLength"),
  MAX_LENGTH("maxLength"),
  MIN_ITEMS("minItems"),
  MAX_ITEMS("maxItems"),
  LIST_TYPE("listType"),
  LIST_MAP_KEY("listMapKey");

  /** What other schema languages call a marker. */
  private static final Map<String, MarkerName> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("min", MINIMUM),
          Map.entry("gte", MINIMUM),
          Map.entry("max", MAXIMUM),
          Map.entry("lte", MAXIMUM),
          Map.entry("regex", PATTERN),
          Map.entry("regexp", PATTERN),
          Map.entry("desc", DESCRIPTION),
          Map.entry("doc", DESCRIPTION),
          Map.entry("values", ENUM),
          Map.entry("oneOf", ENUM),
          Map.entry("unique", UNIQUE_ITEMS),
          Map.entry("readOnly", IMMUTABLE),
          Map.entry("rule", VALIDATION),
          Map.entry("cel", VALIDATION));

  private static final Map<String, MarkerName> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(MarkerName::text, Function.identity()));

  private final String text;

  MarkerName(String text) {
    this.text = text;
  }

  /** The marker as written. */
  String text() {
    return text;
  }

  /** The marker of that name. */
  static Optional<MarkerName> of(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /** What somebody probably meant by a name that no marker has. */
  static Optional<String> nearest(String text) {
    return Optional.ofNullable(OTHER_NAMES.get(text))
        .map(MarkerName::text)
        .or(() -> Suggestions.nearest(text, texts()));
  }

  /** All names as written. */
  static List<String> texts() {
    return Arrays.stream(values()).map(MarkerName::text).toList();
  }
}
