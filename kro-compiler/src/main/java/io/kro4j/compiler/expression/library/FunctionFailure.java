package io.kro4j.compiler.expression.library;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;

/**
 * What a function throws when its arguments have no result. It ends the evaluation with a {@link
 * Evaluation.Failure}, unless {@code &&} or {@code ||} can do without the result.
 */
public final class FunctionFailure extends CelRuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  private FunctionFailure(String reason, CelErrorCode code) {
    super(new Reason(reason), code);
    this.reason = reason;
  }

  /** Loops go on after a failure and may fail at every step, so nobody asks where. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  private static final class Reason extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Reason(String reason) {
      super(reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Why there is no result, one sentence. */
  public String reason() {
    return reason;
  }

  /** The arguments are of the right types, and still make no sense: {@link FailureKind#INVALID}. */
  public static FunctionFailure invalid(String message) {
    return new FunctionFailure(message, CelErrorCode.INVALID_ARGUMENT);
  }

  /** A number does not fit its type: {@link FailureKind#OVERFLOW}. */
  public static FunctionFailure overflow(String message) {
    return new FunctionFailure(message, CelErrorCode.NUMERIC_OVERFLOW);
  }

  /** No overload takes values of these types: {@link FailureKind#NO_OVERLOAD}. */
  public static FunctionFailure noOverload(String message) {
    return new FunctionFailure(message, CelErrorCode.OVERLOAD_NOT_FOUND);
  }

  /** A key that a map lacks: {@link FailureKind#MISSING}. */
  public static FunctionFailure missing(String message) {
    return new FunctionFailure(message, CelErrorCode.ATTRIBUTE_NOT_FOUND);
  }

  /** More work or output than an evaluation may use: {@link FailureKind#LIMIT}. */
  public static FunctionFailure limit(String message) {
    return new FunctionFailure(message, CelErrorCode.ITERATION_BUDGET_EXCEEDED);
  }
}
