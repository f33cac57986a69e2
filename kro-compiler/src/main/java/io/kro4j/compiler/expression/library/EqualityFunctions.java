package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;

import java.util.List;
import java.util.Map;

/** {@code ==}, {@code !=} and {@code in}. */
final class EqualityFunctions implements FunctionLibrary {
  private static final ValueType A = ValueType.parameter("A");
  private static final ValueType B = ValueType.parameter("B");

  @Override
  public List<Overload> overloads() {
    return List.of(
        global("_==_", "equals", List.of(A, A), ValueType.BOOL, a -> Equality.equal(a[0], a[1])),
        global(
            "_!=_", "not_equals", List.of(A, A), ValueType.BOOL, a -> !Equality.equal(a[0], a[1])),
        global(
            "@in",
            "in_list",
            List.of(A, ValueType.listOf(A)),
            ValueType.BOOL,
            a -> contains((List<?>) a[1], a[0])),
        global(
            "@in",
            "in_map",
            List.of(A, ValueType.mapOf(A, B)),
            ValueType.BOOL,
            a -> Equality.find((Map<?, ?>) a[1], a[0]) != null));
  }

  private static boolean contains(List<?> list, Object value) {
    for (Object element : list) {
      if (Equality.equal(element, value)) {
        return true;
      }
    }
    return false;
  }
}
