package io.kro4j.compiler.expression.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.CelByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts a list in the order of its elements' keys; equal keys leave the order as it was. */
record Sorting(List<?> list, List<?> keys) {
  private static final Set<Class<?>> COMPARABLE =
      Set.of(
          Long.class,
          UnsignedLong.class,
          Double.class,
          Boolean.class,
          String.class,
          CelByteString.class,
          Duration.class,
          Instant.class);

  /** The list in order. */
  List<Object> sorted() {
    if (keys.stream().anyMatch(key -> !COMPARABLE.contains(key.getClass()))) {
      throw FunctionFailure.invalid("the elements to sort by have no order");
    }
    List<Object> sorted = new ArrayList<>(list.size());
    IntStream.range(0, list.size())
        .boxed()
        .sorted((a, b) -> compare(keys.get(a), keys.get(b)))
        .forEach(index -> sorted.add(list.get(index)));
    return sorted;
  }

  /** NaN, which CEL does not order, goes last: a sort needs some order. */
  private static int compare(Object left, Object right) {
    WorkBudget.current().spend(1);
    return left instanceof Double a && right instanceof Double b && !Ordering.ordered(a, b)
        ? Double.compare(a, b)
        : Ordering.compare(left, right);
  }
}
