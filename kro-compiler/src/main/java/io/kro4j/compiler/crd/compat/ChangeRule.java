package io.kro4j.compiler.crd.compat;

/**
 * Every kind of change between two CRDs and whether it breaks: whether an object, a client or a
 * status reader that works with the old CRD may fail with the new one.
 *
 * <p>What upstream compares is classified as upstream does ({@code pkg/graph/crd/compat}); the
 * rest, which upstream does not notice, by the same question.
 */
public enum ChangeRule {
  PROPERTY_REMOVED("property-removed", true),
  PROPERTY_ADDED("property-added", false),
  REQUIRED_PROPERTY_ADDED("required-property-added", true),
  TYPE_CHANGED("type-changed", true),
  REQUIRED_ADDED("required-added", true),
  REQUIRED_REMOVED("required-removed", false),
  REQUIRED_DEFAULT_REMOVED("required-default-removed", true),
  DEFAULT_CHANGED("default-changed", false),
  DESCRIPTION_CHANGED("description-changed", false),
  ENUM_ADDED("enum-added", true),
  ENUM_REMOVED("enum-removed", false),
  ENUM_VALUE_REMOVED("enum-value-removed", true),
  ENUM_VALUE_ADDED("enum-value-added", false),
  PATTERN_ADDED("pattern-added", true),
  PATTERN_CHANGED("pattern-changed", true),
  PATTERN_REMOVED("pattern-removed", false),
  FORMAT_CHANGED("format-changed", true),
  FORMAT_REMOVED("format-removed", false),
  LIMIT_ADDED("limit-added", true),
  LIMIT_TIGHTENED("limit-tightened", true),
  LIMIT_RELAXED("limit-relaxed", false),
  LIMIT_REMOVED("limit-removed", false),
  ITEMS_REMOVED("items-removed", true),
  ITEMS_ADDED("items-added", false),
  MAP_VALUES_REMOVED("map-values-removed", true),
  MAP_VALUES_ADDED("map-values-added", false),
  UNKNOWN_FIELDS_PRUNED("unknown-fields-pruned", true),
  UNKNOWN_FIELDS_KEPT("unknown-fields-kept", false),
  NULL_FORBIDDEN("null-forbidden", true),
  NULL_ALLOWED("null-allowed", false),
  LIST_TYPE_CHANGED("list-type-changed", true),
  VALIDATION_ADDED("validation-added", true),
  VALIDATION_REMOVED("validation-removed", false),
  VALIDATION_REWORDED("validation-reworded", false),
  KEYWORD_CHANGED("keyword-changed", true),
  GROUP_CHANGED("group-changed", true),
  SCOPE_CHANGED("scope-changed", true),
  KIND_CHANGED("kind-changed", true),
  PLURAL_CHANGED("plural-changed", true),
  NAMES_CHANGED("names-changed", false),
  VERSION_REMOVED("version-removed", true),
  VERSION_ADDED("version-added", false),
  SERVING_STOPPED("serving-stopped", true),
  SERVING_STARTED("serving-started", false),
  STORAGE_CHANGED("storage-changed", false),
  SUBRESOURCE_REMOVED("subresource-removed", true),
  SUBRESOURCE_ADDED("subresource-added", false),
  PRINTER_COLUMNS_CHANGED("printer-columns-changed", false),
  LABEL_CHANGED("label-changed", false),
  ANNOTATION_CHANGED("annotation-changed", false);

  private final String code;
  private final boolean breaking;

  ChangeRule(String code, boolean breaking) {
    this.code = code;
    this.breaking = breaking;
  }

  /** The rule as messages and documentation name it. */
  public String code() {
    return code;
  }

  /** Whether such a change breaks. */
  public boolean breaking() {
    return breaking;
  }
}
