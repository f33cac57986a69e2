package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** kro's {@code merge} and {@code deepMerge}, where the right map wins. */
final class MapFunctions implements FunctionLibrary {
  private static final ValueType MAP =
      ValueType.mapOf(ValueType.parameter("K"), ValueType.parameter("V"));

  @Override
  public List<Overload> overloads() {
    return List.of(
        member(
            "merge",
            "map_merge",
            List.of(MAP, MAP),
            MAP,
            a -> merge((Map<?, ?>) a[0], (Map<?, ?>) a[1])),
        member(
            "deepMerge",
            "dyn_deepmerge_dyn",
            List.of(ValueType.DYN, ValueType.DYN),
            ValueType.DYN,
            a -> mergeDeeply(a[0], a[1])));
  }

  private static Map<Object, Object> merge(Map<?, ?> left, Map<?, ?> right) {
    Map<Object, Object> merged = new LinkedHashMap<>(left);
    merged.putAll(right);
    WorkBudget.current().spend(merged.size());
    return merged;
  }

  private static Object mergeDeeply(Object left, Object right) {
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return deepMerge(a, b);
    }
    throw FunctionFailure.noOverload("deepMerge() takes two maps");
  }

  private static Map<?, ?> deepMerge(Map<?, ?> left, Map<?, ?> right) {
    if (right.isEmpty() || left.isEmpty()) {
      return right.isEmpty() ? left : right;
    }
    Map<Object, Object> merged = new LinkedHashMap<>(left);
    WorkBudget.current().spend((long) left.size() + right.size());
    for (Map.Entry<?, ?> entry : right.entrySet()) {
      Object below = merged.get(entry.getKey());
      Object value = entry.getValue();
      merged.put(
          entry.getKey(),
          below instanceof Map<?, ?> a && value instanceof Map<?, ?> b ? deepMerge(a, b) : value);
    }
    return merged;
  }
}
