package io.kro4j.compiler.yaml;

import java.util.Arrays;

/**
 * Turns the code-point indices of the YAML library into UTF-16 offsets.
 *
 * <p>Only the places of surrogate pairs are kept: most files have none.
 */
final class CodePointOffsets {
  /** The code-point index of each character outside the basic plane, ascending. */
  private final int[] wide;

  CodePointOffsets(String text) {
    int[] found = new int[4];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count] = i - count;
        count++;
        i++;
      }
    }
    this.wide = Arrays.copyOf(found, count);
  }

  /** The UTF-16 offset of a code point. */
  int offset(int codePoint) {
    return codePoint + wideBefore(codePoint);
  }

  /** The code-point index of a UTF-16 offset that does not split a pair. */
  int codePoint(int offset) {
    int low = 0;
    int high = wide.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (wide[middle] + middle < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return offset - low;
  }

  private int wideBefore(int codePoint) {
    int found = Arrays.binarySearch(wide, codePoint);
    return found >= 0 ? found : -found - 1;
  }
}
