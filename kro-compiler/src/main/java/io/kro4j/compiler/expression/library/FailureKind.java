package io.kro4j.compiler.expression.library;

import dev.cel.common.CelErrorCode;

/** Why an evaluation has no value. */
public enum FailureKind {
  /** A variable, field or map key that is not there (yet). */
  MISSING,
  /** A list index beyond the elements that are there (yet). */
  INDEX_OUT_OF_BOUNDS,
  /** No overload of a function takes the types that the values turned out to have. */
  NO_OVERLOAD,
  /** Division or remainder by zero. */
  DIVIDE_BY_ZERO,
  /** A number that does not fit its type. */
  OVERFLOW,
  /** A value that a function cannot use, such as {@code int('x')}. */
  INVALID,
  /** A map literal that has a key twice. */
  DUPLICATE_KEY,
  /** More work or output than an evaluation may use. */
  LIMIT,
  /** A defect of this program, not of the expression. */
  INTERNAL;

  /**
   * Whether the same expression may have a value later, when the data it reads has arrived. Only
   * what the expression reads can arrive: a bad argument stays bad.
   */
  public boolean pending() {
    return this == MISSING || this == INDEX_OUT_OF_BOUNDS;
  }

  static FailureKind of(CelErrorCode code) {
    return switch (code) {
      case ATTRIBUTE_NOT_FOUND -> MISSING;
      case INDEX_OUT_OF_BOUNDS -> INDEX_OUT_OF_BOUNDS;
      case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD -> NO_OVERLOAD;
      case DIVIDE_BY_ZERO -> DIVIDE_BY_ZERO;
      case NUMERIC_OVERFLOW -> OVERFLOW;
      case INVALID_ARGUMENT, BAD_FORMAT, TYPE_NOT_FOUND -> INVALID;
      case DUPLICATE_ATTRIBUTE -> DUPLICATE_KEY;
      case ITERATION_BUDGET_EXCEEDED -> LIMIT;
      case INTERNAL_ERROR -> INTERNAL;
    };
  }
}
