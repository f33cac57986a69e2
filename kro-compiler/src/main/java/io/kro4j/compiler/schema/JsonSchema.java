package io.kro4j.compiler.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON schema in the dialect of Kubernetes: a lazy, immutable view of plain JSON.
 *
 * <p>References are followed when a part is asked for, so that a large type costs nothing until
 * somebody walks it. {@code allOf} with a single reference, which is how OpenAPI v3 attaches a
 * description or a default to a reference, reads as the referenced schema with those keywords on
 * top.
 *
 * <p>A reference back to a schema that is being looked at reads as {@code type: object} and no
 * more, as API servers and kro have it, so that walking through all parts of a schema always ends.
 */
public final class JsonSchema {
  private static final JsonSchema ANYTHING = of(Map.of());

  /** Kubernetes' own type of quantities, however its package is spelt in front. */
  private static final String QUANTITY = ".api.resource.Quantity";

  /** What controller-gen writes into a CRD for a field of that type. */
  private static final String QUANTITY_PATTERN =
      "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))"
          + "(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

  private final Map<String, Object> written;
  private final Definitions definitions;
  private final ResolvedSchema.@Nullable Trail reachedBy;
  private volatile @Nullable ResolvedSchema resolved;
  private volatile @Nullable Map<String, JsonSchema> properties;

  private JsonSchema(
      Map<String, Object> written,
      Definitions definitions,
      ResolvedSchema.@Nullable Trail reachedBy) {
    this.written = written;
    this.definitions = definitions;
    this.reachedBy = reachedBy;
  }

  /**
   * A schema without references.
   *
   * @param json the schema; must not be changed afterwards
   */
  public static JsonSchema of(Map<String, Object> json) {
    return of(json, Definitions.NONE);
  }

  /**
   * A schema whose references lead into {@code definitions}.
   *
   * @param json the schema; must not be changed afterwards
   */
  public static JsonSchema of(Map<String, Object> json, Definitions definitions) {
    return new JsonSchema(json, definitions, null);
  }

  /**
   * A named schema.
   *
   * @param name its name in {@code definitions}
   */
  public static JsonSchema reference(String name, Definitions definitions) {
    return of(Map.of("$ref", name), definitions);
  }

  /** The schema that allows anything and says nothing. */
  public static JsonSchema anything() {
    return ANYTHING;
  }

  /**
   * The schema as plain JSON, with its own reference resolved and those of its parts as written.
   */
  public Map<String, Object> json() {
    return Collections.unmodifiableMap(resolved().json());
  }

  /** The value of a keyword as plain JSON, or null if absent. */
  public @Nullable Object keyword(String name) {
    return json().get(name);
  }

  /** {@code type}, such as {@code object}. */
  public Optional<String> type() {
    return text("type");
  }

  /** Whether {@code type} is the given one. */
  public boolean isType(String type) {
    return type.equals(json().get("type"));
  }

  /** {@code format}, such as {@code date-time}. */
  public Optional<String> format() {
    return text("format");
  }

  /** {@code description}. */
  public Optional<String> description() {
    return text("description");
  }

  /** {@code properties} in the order of the schema; empty if absent. */
  public Map<String, JsonSchema> properties() {
    Map<String, JsonSchema> known = properties;
    if (known == null) {
      Map<String, JsonSchema> views = new LinkedHashMap<>();
      PlainJson.object(json().get("properties"))
          .forEach((name, part) -> views.put(name, child(part)));
      known = Collections.unmodifiableMap(views);
      properties = known;
    }
    return known;
  }

  /** The schema of a property. */
  public Optional<JsonSchema> property(String name) {
    return Optional.ofNullable(properties().get(name));
  }

  /** Whether {@code properties} is there and not empty. */
  public boolean hasProperties() {
    return !PlainJson.object(json().get("properties")).isEmpty();
  }

  /** {@code required} in the order of the schema; empty if absent. */
  public List<String> required() {
    return strings("required");
  }

  /** {@code items}. */
  public Optional<JsonSchema> items() {
    return part("items");
  }

  /** The schema under {@code additionalProperties}; {@link #anything()} if it is {@code true}. */
  public Optional<JsonSchema> additionalProperties() {
    Object value = json().get("additionalProperties");
    return Boolean.TRUE.equals(value) ? Optional.of(ANYTHING) : part("additionalProperties");
  }

  /** {@code enum} as plain JSON values; empty if absent. */
  public List<Object> enumeration() {
    return list("enum");
  }

  /** {@code default} as plain JSON, or null if absent. */
  public @Nullable Object defaultValue() {
    return json().get("default");
  }

  /** Whether there is a {@code default}. */
  public boolean hasDefault() {
    return json().containsKey("default");
  }

  /** Whether {@code nullable} is true. */
  public boolean nullable() {
    return flag("nullable");
  }

  /** Whether {@code x-kubernetes-preserve-unknown-fields} is true. */
  public boolean preservesUnknownFields() {
    return flag("x-kubernetes-preserve-unknown-fields");
  }

  /**
   * Whether the value may be an integer or a string: {@code x-kubernetes-int-or-string} of CRDs, or
   * {@code format: int-or-string} of Kubernetes' own types.
   */
  public boolean isIntOrString() {
    return flag("x-kubernetes-int-or-string") || "int-or-string".equals(json().get("format"));
  }

  /**
   * Whether the value is a quantity such as {@code 1Gi}: the type is Kubernetes' own, or has the
   * pattern that CRDs have in its place.
   */
  public boolean isQuantity() {
    ResolvedSchema.Trail trail = resolved().trail();
    return (trail != null && trail.name().endsWith(QUANTITY))
        || QUANTITY_PATTERN.equals(json().get("pattern"));
  }

  /** Whether {@code x-kubernetes-embedded-resource} is true. */
  public boolean isEmbeddedResource() {
    return flag("x-kubernetes-embedded-resource");
  }

  /** {@code x-kubernetes-list-type}. */
  public Optional<String> listType() {
    return text("x-kubernetes-list-type");
  }

  /** {@code x-kubernetes-list-map-keys}; empty if absent. */
  public List<String> listMapKeys() {
    return strings("x-kubernetes-list-map-keys");
  }

  /** {@code x-kubernetes-validations}, each as plain JSON, in the order of the schema. */
  public List<Object> validations() {
    return list("x-kubernetes-validations");
  }

  /** The schemas under {@code oneOf}, {@code anyOf} or {@code allOf}; empty if absent. */
  public List<JsonSchema> alternatives(String keyword) {
    return list(keyword).stream().map(this::child).toList();
  }

  /** Whether the schema says nothing that would limit a value. */
  public boolean isEmpty() {
    return json().isEmpty();
  }

  /** The text value of a keyword. */
  public Optional<String> text(String keyword) {
    return json().get(keyword) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The numeric value of a keyword. */
  public Optional<Number> number(String keyword) {
    return json().get(keyword) instanceof Number number ? Optional.of(number) : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonSchema schema && json().equals(schema.json());
  }

  @Override
  public int hashCode() {
    return json().hashCode();
  }

  @Override
  public String toString() {
    return json().toString();
  }

  private boolean flag(String keyword) {
    return Boolean.TRUE.equals(json().get(keyword));
  }

  private Optional<JsonSchema> part(String keyword) {
    return json().get(keyword) instanceof Map<?, ?> part
        ? Optional.of(child(part))
        : Optional.empty();
  }

  private List<String> strings(String keyword) {
    return list(keyword).stream().map(String::valueOf).toList();
  }

  private List<Object> list(String keyword) {
    return Collections.unmodifiableList(PlainJson.list(json().get(keyword)));
  }

  private JsonSchema child(@Nullable Object part) {
    return new JsonSchema(PlainJson.object(part), definitions, resolved().trail());
  }

  private ResolvedSchema resolved() {
    ResolvedSchema known = resolved;
    if (known == null) {
      known = ResolvedSchema.of(written, definitions, reachedBy);
      resolved = known;
    }
    return known;
  }
}
