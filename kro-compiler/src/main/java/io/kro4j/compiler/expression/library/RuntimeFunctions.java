package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.member;

import java.util.List;
import java.util.Map;

/**
 * The variable {@code runtime}, with which authors write status conditions: {@code
 * runtime.newCondition({type: 'Ready', status: 'True'})} makes one, {@code runtime.condition(web,
 * 'Available')} finds one in an object's status.
 */
final class RuntimeFunctions implements FunctionLibrary {
  /** The name of the variable. */
  static final String VARIABLE = "runtime";

  /** The type of the variable. */
  static final ValueType RUNTIME = ValueType.opaque("kro.run.Runtime", RuntimeValue.class);

  private static final ValueType CONDITION = new ValueType(Condition.TYPE, Condition.class);
  private static final ValueType FIELDS = ValueType.mapOf(ValueType.STRING, ValueType.STRING);

  @Override
  public List<Overload> overloads() {
    return List.of(
        member(
            "newCondition",
            "runtime_newCondition_map",
            List.of(RUNTIME, FIELDS),
            CONDITION,
            a -> newCondition((Map<?, ?>) a[1])),
        member(
            "condition",
            "runtime_condition_dyn_string",
            List.of(RUNTIME, ValueType.DYN, ValueType.STRING),
            CONDITION,
            a -> find(a[1], (String) a[2])));
  }

  @Override
  public List<ValueType> types() {
    return List.of(RUNTIME, CONDITION);
  }

  /** The macro has seen to the keys; what their values are is known only now. */
  private static Condition newCondition(Map<?, ?> fields) {
    Condition condition =
        new Condition(
            text(fields, "type"),
            text(fields, "status"),
            text(fields, "reason"),
            text(fields, "message"));
    if (condition.type().isEmpty()) {
      throw FunctionFailure.invalid("runtime.newCondition: `type` must not be empty");
    }
    if (!Condition.STATUSES.contains(condition.status())) {
      throw FunctionFailure.invalid(
          "runtime.newCondition: `status` must be True, False or Unknown, not `"
              + condition.status()
              + "`");
    }
    return condition;
  }

  private static String text(Map<?, ?> fields, String key) {
    Object value = fields.get(key);
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw FunctionFailure.invalid("runtime.newCondition: `" + key + "` must be a string");
  }

  private static Condition find(Object object, String type) {
    if (!(object instanceof Map<?, ?> map)) {
      throw FunctionFailure.invalid("runtime.condition: the first argument must be an object");
    }
    Object status = map.get("status");
    if (status == null) {
      return Condition.NONE;
    }
    if (!(status instanceof Map<?, ?> statusMap)) {
      throw FunctionFailure.invalid("runtime.condition: `status` must be an object");
    }
    Object conditions = statusMap.get("conditions");
    if (conditions == null) {
      return Condition.NONE;
    }
    if (!(conditions instanceof List<?> list)) {
      throw FunctionFailure.invalid("runtime.condition: `status.conditions` must be a list");
    }
    return find(list, type);
  }

  /** Every element must be a condition, also those after the one looked for. */
  private static Condition find(List<?> conditions, String type) {
    Condition found = Condition.NONE;
    boolean searching = true;
    for (Object element : conditions) {
      Condition condition = Condition.from(element);
      if (searching && condition.type().equals(type)) {
        found = condition;
        searching = false;
      }
    }
    return found;
  }

  /** The value of the variable; it has nothing but functions. */
  static final class RuntimeValue extends LibraryValue {
    static final RuntimeValue INSTANCE = new RuntimeValue();

    private RuntimeValue() {
      super("kro.run.Runtime");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof RuntimeValue;
    }

    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public String toString() {
      return VARIABLE;
    }
  }
}
