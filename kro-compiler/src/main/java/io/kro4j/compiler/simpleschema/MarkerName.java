package io.kro4j.compiler.simpleschema;

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

  /** All names as written. */
  static List<String> texts() {
    return Arrays.stream(values()).map(MarkerName::text).toList();
  }
}
