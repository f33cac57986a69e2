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
            a -> deepMerge(a[0], a[1])));
  }

  private static Map<Object, Object> merge(Map<?, ?> left, Map<?, ?> right) {
    OutputLimit.checkElements((long) left.size() + right.size());
    WorkBudget.current().spend((long) left.size() + right.size());
    Map<Object, Object> merged = new LinkedHashMap<>(left);
    merged.putAll(right);
    return merged;
  }

  private static Object deepMerge(Object left, Object right) {
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return new DeepMerge().merge(a, b);
    }
    throw FunctionFailure.noOverload("deepMerge() takes two maps");
  }

  /** One merge, which counts the entries of all maps that it makes. */
  private static final class DeepMerge {
    private long entries;

    private Map<?, ?> merge(Map<?, ?> left, Map<?, ?> right) {
      if (right.isEmpty() || left.isEmpty()) {
        return right.isEmpty() ? left : right;
      }
      entries += (long) left.size() + right.size();
      OutputLimit.checkElements(entries);
      Map<Object, Object> merged = new LinkedHashMap<>(left);
      for (Map.Entry<?, ?> entry : right.entrySet()) {
        Object below = merged.get(entry.getKey());
        Object value = entry.getValue();
        merged.put(
            entry.getKey(),
            below instanceof Map<?, ?> a && value instanceof Map<?, ?> b ? merge(a, b) : value);
      }
      return merged;
    }
  }
}
