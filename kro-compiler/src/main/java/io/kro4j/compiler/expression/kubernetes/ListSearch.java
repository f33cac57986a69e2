package io.kro4j.compiler.expression.kubernetes;

import dev.cel.common.CelOptions;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.util.List;

/** Where in a list an element is, by CEL's equality: {@code 1} and {@code 1.0} are equal. */
final class ListSearch {
  private static final RuntimeEquality EQUALITY =
      RuntimeEquality.create(RuntimeHelpers.create(), CelOptions.DEFAULT);

  private ListSearch() {}

  /** The first index of {@code element}, or -1. */
  static long indexOf(List<?> list, Object element) {
    for (int i = 0; i < list.size(); i++) {
      if (EQUALITY.objectEquals(list.get(i), element)) {
        return i;
      }
    }
    return -1;
  }

  /** The last index of {@code element}, or -1. */
  static long lastIndexOf(List<?> list, Object element) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (EQUALITY.objectEquals(list.get(i), element)) {
        return i;
      }
    }
    return -1;
  }
}
