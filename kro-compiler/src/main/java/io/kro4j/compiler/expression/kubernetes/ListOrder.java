package io.kro4j.compiler.expression.kubernetes;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.Ordering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The order of a list's elements. Elements that have no order between them, as with NaN or in a
 * list of several types, count as equal: Kubernetes ignores the failure of comparing them.
 */
final class ListOrder {
  private static final Set<Class<?>> ORDERED =
      Set.of(
          Long.class,
          UnsignedLong.class,
          Double.class,
          Boolean.class,
          Duration.class,
          Instant.class,
          String.class);

  private ListOrder() {}

  /**
   * Whether no element is less than the one before it.
   *
   * @throws FunctionFailure when an element is of a type without an order
   */
  static boolean isSorted(List<?> list) {
    requireOrdered(list);
    for (int i = 1; i < list.size(); i++) {
      if (compare(list.get(i - 1), list.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first of the least elements.
   *
   * @throws FunctionFailure when there are no elements, or one is of a type without an order
   */
  static Object min(List<?> list) {
    Object least = first(list, "min");
    for (Object element : list) {
      least = compare(least, element) > 0 ? element : least;
    }
    return least;
  }

  /**
   * The first of the greatest elements.
   *
   * @throws FunctionFailure when there are no elements, or one is of a type without an order
   */
  static Object max(List<?> list) {
    Object greatest = first(list, "max");
    for (Object element : list) {
      greatest = compare(greatest, element) < 0 ? element : greatest;
    }
    return greatest;
  }

  private static Object first(List<?> list, String function) {
    if (list.isEmpty()) {
      throw FunctionFailure.invalid("`" + function + "` of an empty list");
    }
    requireOrdered(list);
    return list.get(0);
  }

  private static void requireOrdered(List<?> list) {
    for (Object element : list) {
      if (!ORDERED.contains(element.getClass()) && !(element instanceof CelByteString)) {
        throw FunctionFailure.noOverload("the elements of the list have no order");
      }
    }
  }

  private static int compare(Object left, Object right) {
    try {
      return Ordering.compare(left, right);
    } catch (FunctionFailure noOrder) {
      return 0;
    }
  }
}
