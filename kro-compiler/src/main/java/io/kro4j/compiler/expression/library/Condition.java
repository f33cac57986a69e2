package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.values.StructValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A status condition as an expression makes or finds it; in CEL a struct of four strings, of which
 * those never set are empty.
 */
public final class Condition extends StructValue<String, Condition> {
  /** Its CEL type. */
  public static final CelType TYPE =
      StructType.create(
          "kro.run.Condition",
          ImmutableSet.of("type", "status", "reason", "message"),
          field -> Optional.of(SimpleType.STRING));

  /** The values that {@code status} may have. */
  public static final Set<String> STATUSES = Set.of("True", "False", "Unknown");

  /** What {@code runtime.condition} finds where there is none. */
  static final Condition NONE = new Condition("", "", "", "");

  private final ImmutableMap<String, String> fields;

  Condition(String type, String status, String reason, String message) {
    this.fields =
        ImmutableMap.of("type", type, "status", status, "reason", reason, "message", message);
  }

  /** A condition as an object's status lists it; what is not a string counts as not set. */
  static Condition from(Object element) {
    if (element instanceof Condition condition) {
      return condition;
    }
    if (element instanceof Map<?, ?> map) {
      return new Condition(
          text(map.get("type")),
          text(map.get("status")),
          text(map.get("reason")),
          text(map.get("message")));
    }
    throw FunctionFailure.invalid("runtime.condition: a condition must be an object");
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  /** What it is about. */
  public String type() {
    return field("type");
  }

  /** {@code True}, {@code False} or {@code Unknown}; empty if there is no such condition. */
  public String status() {
    return field("status");
  }

  /** Why, as one word; may be empty. */
  public String reason() {
    return field("reason");
  }

  /** Why, as a sentence; may be empty. */
  public String message() {
    return field("message");
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }

  @Override
  public Condition value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return equals(NONE);
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public Object select(String field) {
    String value = fields.get(field);
    if (value == null) {
      throw FunctionFailure.missing("a condition has no field `" + field + "`");
    }
    return value;
  }

  @Override
  public Optional<Object> find(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Condition condition && condition.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "Condition" + fields;
  }
}
