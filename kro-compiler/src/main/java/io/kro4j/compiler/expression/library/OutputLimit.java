package io.kro4j.compiler.expression.library;

import dev.cel.common.values.CelValue;
import dev.cel.common.values.MutableMapValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How large one value made by a function may be. A Kubernetes object is at most about 1.5 MiB, so
 * nothing useful is larger; without a limit a short expression could fill the memory.
 */
public final class OutputLimit {
  /** The most characters of a string or bytes. */
  public static final int TEXT = 8 * 1024 * 1024;

  /** The most elements of a list or entries of a map, with those of the values inside. */
  public static final int ELEMENTS = 1_000_000;

  /** cel-java's values that evaluations make; others are views of what they were given. */
  private static final Set<Class<?>> MADE_HERE =
      Set.of(ListValue.class, MapValue.class, MutableMapValue.class);

  private OutputLimit() {}

  /**
   * Refuses a text before it is made.
   *
   * @param characters its length
   * @throws FunctionFailure if it is over {@link #TEXT}
   */
  public static void checkText(long characters) {
    if (characters > TEXT) {
      throw FunctionFailure.limit("the result is longer than " + TEXT + " characters");
    }
  }

  /**
   * Refuses a list or map before it is made.
   *
   * @param elements its elements
   * @throws FunctionFailure if there are more than {@link #ELEMENTS}
   */
  public static void checkElements(long elements) {
    if (elements > ELEMENTS) {
      throw FunctionFailure.limit("the result has more than " + ELEMENTS + " elements");
    }
  }

  /**
   * Refuses a result whose elements refer to the same lists over and over: it took little work to
   * make, and takes for ever to write down. Objects that were given to the expression are not
   * entered.
   *
   * @throws FunctionFailure if there are more than {@link #ELEMENTS} in all
   */
  static void checkResult(Object result) {
    count(result, 0);
  }

  private static long count(Object value, long before) {
    long counted = before + 1;
    checkElements(counted);
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      return count(optional.get(), counted);
    }
    boolean given = value instanceof CelValue && !MADE_HERE.contains(value.getClass());
    if (!given && value instanceof Iterable<?> list) {
      for (Object element : list) {
        counted = count(element, counted);
      }
    } else if (!given && value instanceof Map<?, ?> map) {
      for (Object element : map.values()) {
        counted = count(element, counted);
      }
    }
    return counted;
  }
}
