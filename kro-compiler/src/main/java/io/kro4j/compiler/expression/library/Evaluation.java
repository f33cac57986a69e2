package io.kro4j.compiler.expression.library;

/** What an expression came to: a value, or the reason why there is none. */
public sealed interface Evaluation {
  /**
   * A value as CEL has it.
   *
   * @param value {@code Boolean}, {@code Long}, {@code UnsignedLong}, {@code Double}, {@code
   *     String}, {@code CelByteString}, {@code Duration}, {@code Instant}, {@code NullValue},
   *     {@code Optional}, {@code List}, {@code Map}, a type, or a {@link LibraryValue}
   */
  record Value(Object value) implements Evaluation {}

  /**
   * No value.
   *
   * @param kind what callers decide by
   * @param message one sentence for the user, without a position
   */
  record Failure(FailureKind kind, String message) implements Evaluation {}
}
