package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.Equality;
import java.util.List;

/** Where in a list an element is, by CEL's equality: {@code 1} and {@code 1.0} are equal. */
final class ListSearch {
  private ListSearch() {}

  /** The first index of {@code element}, or -1. */
  static long indexOf(List<?> list, Object element) {
    for (int i = 0; i < list.size(); i++) {
      if (Equality.equal(list.get(i), element)) {
        return i;
      }
    }
    return -1;
  }

  /** The last index of {@code element}, or -1. */
  static long lastIndexOf(List<?> list, Object element) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (Equality.equal(list.get(i), element)) {
        return i;
      }
    }
    return -1;
  }
}
