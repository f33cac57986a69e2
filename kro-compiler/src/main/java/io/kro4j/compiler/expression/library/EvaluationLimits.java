package io.kro4j.compiler.expression.library;

import java.util.function.BooleanSupplier;

/**
 * How much one evaluation may do before it fails with {@link FailureKind#LIMIT}.
 *
 * @param iterations steps of all comprehensions together
 * @param work function calls, each weighted by the size of its arguments and result
 * @param expired asked every few thousand units of work, true to stop; how callers bring a deadline
 */
public record EvaluationLimits(int iterations, long work, BooleanSupplier expired) {
  /** Enough for any definition that a cluster can hold; a runaway one stops within seconds. */
  public static final EvaluationLimits DEFAULT =
      new EvaluationLimits(2_000_000, 10_000_000L, () -> false);

  /**
   * For the rules of a schema, which are tried on defaults: a file may have one in every hundred
   * characters, so each may take a few milliseconds.
   */
  public static final EvaluationLimits RULES = new EvaluationLimits(1_000, 10_000L, () -> false);

  /** The same limits with a deadline. */
  public EvaluationLimits until(BooleanSupplier expired) {
    return new EvaluationLimits(iterations, work, expired);
  }
}
