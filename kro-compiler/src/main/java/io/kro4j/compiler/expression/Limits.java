package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.library.EvaluationLimits;
import java.util.function.BooleanSupplier;

/**
 * How much one evaluation may do before it fails.
 *
 * @param work function calls, each weighted by the size of its arguments and result
 * @param expired asked every few thousand units of work, true to stop; how callers bring a deadline
 */
public record Limits(long work, BooleanSupplier expired) {
  /** Enough for any definition that a cluster can hold; a runaway one stops within seconds. */
  public static final Limits DEFAULT =
      new Limits(EvaluationLimits.DEFAULT.work(), EvaluationLimits.DEFAULT.expired());

  /** For a rule of a schema that is tried on the field's default. */
  public static final Limits RULES =
      new Limits(EvaluationLimits.RULES.work(), EvaluationLimits.RULES.expired());

  /** The same limits with a deadline. */
  public Limits until(BooleanSupplier deadline) {
    return new Limits(work, deadline);
  }

  EvaluationLimits toLibrary() {
    return new EvaluationLimits(EvaluationLimits.DEFAULT.iterations(), work, expired);
  }
}
