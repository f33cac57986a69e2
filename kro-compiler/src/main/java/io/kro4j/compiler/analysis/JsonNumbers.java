package io.kro4j.compiler.analysis;

import org.jspecify.annotations.Nullable;

/** Numbers as Kubernetes sees them after YAML has become JSON. */
final class JsonNumbers {
  private static final double EXACT = 9.0e18;

  private JsonNumbers() {}

  /**
   * The scalar as its JSON reads back: {@code 1.0} and {@code 1e3} are written {@code 1} and {@code
   * 1000} there, so they are integers.
   *
   * @param value any scalar
   */
  static @Nullable Object asGo(@Nullable Object value) {
    return value instanceof Double number && isWhole(number) ? (Object) number.longValue() : value;
  }

  /** Whether JSON writes the number without a fraction or an exponent. */
  static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < EXACT;
  }
}
