package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.Limits;

/**
 * How much one pass over an instance may do.
 *
 * @param limits what one expression may do; a deadline in it ends the whole pass
 * @param maxCollectionSize how many objects one node may have
 * @param meter hears of each evaluation of an expression
 */
public record EvaluationOptions(Limits limits, int maxCollectionSize, ExpressionMeter meter) {
  /** Upstream's defaults. */
  public static final EvaluationOptions DEFAULT = new EvaluationOptions(Limits.DEFAULT, 1000);

  /** Without a meter. */
  public EvaluationOptions(Limits limits, int maxCollectionSize) {
    this(limits, maxCollectionSize, ExpressionMeter.none());
  }

  /** Checks the size. */
  public EvaluationOptions {
    if (maxCollectionSize < 1) {
      throw new IllegalArgumentException(
          "maxCollectionSize must be at least 1, not " + maxCollectionSize);
    }
  }
}
