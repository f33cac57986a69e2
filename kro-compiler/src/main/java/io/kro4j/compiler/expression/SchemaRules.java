package io.kro4j.compiler.expression;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that the CEL rules of a schema, {@code x-kubernetes-validations}, may use. */
public final class SchemaRules {
  /** The value that the rule is about. */
  public static final String SELF = "self";

  /** What the value was before an update. */
  public static final String OLD_SELF = "oldSelf";

  /** What only the API server has: {@code sets}, {@code format}, two arguments of semver(). */
  private static final Pattern NOT_IN_KRO =
      Pattern.compile("\\b(sets|format|authorizer)\\.|emver\\(");

  private static final Set<String> SINGLE_PARTS = Set.of("items", "additionalProperties");

  private SchemaRules() {}

  /** Whether a rule uses functions of the API server that kro has not. */
  public static boolean isBeyondUs(String rule) {
    return NOT_IN_KRO.matcher(rule).find();
  }

  /**
   * The scope of a rule.
   *
   * @param self the schema that has the rule
   * @param mayUseOldSelf whether the value can be found again in the object before an update
   */
  public static Scope scope(JsonSchema self, boolean mayUseOldSelf) {
    Scope scope = Scope.of(Map.of(SELF, type(self))).inKubernetes();
    return mayUseOldSelf
        ? scope.with(Map.of(OLD_SELF, type(self)))
        : scope.without(List.of(OLD_SELF), "items of a list without keys have no earlier value");
  }

  /** The type that rules see: without fields that are not declared, which they cannot read. */
  private static ValueType type(JsonSchema self) {
    return ValueTypes.of(SELF, JsonSchema.of(declared(self.json())));
  }

  private static Map<String, Object> declared(Map<?, ?> schema) {
    Map<String, Object> result = new LinkedHashMap<>();
    schema.forEach(
        (keyword, value) -> {
          if (keyword.equals("properties") && value instanceof Map<?, ?> parts) {
            Map<String, Object> fields = new LinkedHashMap<>();
            parts.forEach((name, part) -> fields.put((String) name, declared((Map<?, ?>) part)));
            result.put("properties", fields);
          } else if (SINGLE_PARTS.contains(keyword) && value instanceof Map<?, ?> part) {
            result.put((String) keyword, declared(part));
          } else if (!keyword.equals("x-kubernetes-preserve-unknown-fields")) {
            result.put((String) keyword, value);
          }
        });
    return result;
  }
}
