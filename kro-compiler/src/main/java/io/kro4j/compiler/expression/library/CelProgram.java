package io.kro4j.compiler.expression.library;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An expression ready to run; safe to run on many threads at once. */
public final class CelProgram {
  private final CelRuntime.Program program;
  private final EvaluationLimits limits;

  CelProgram(CelRuntime.Program program, EvaluationLimits limits) {
    this.program = program;
    this.limits = limits;
  }

  /** Runs it under the environment's limits; see {@link #evaluate(Function, EvaluationLimits)}. */
  public Evaluation evaluate(Map<String, ?> variables) {
    return evaluate(variables::get, limits);
  }

  /** Runs it under the environment's limits; see {@link #evaluate(Function, EvaluationLimits)}. */
  public Evaluation evaluate(Function<String, ? extends @Nullable Object> variables) {
    return evaluate(variables, limits);
  }

  /**
   * Runs it.
   *
   * @param variables the value of a variable by name, null if it is not there (yet); CEL's null is
   *     {@link NullValue#NULL_VALUE}
   * @param within how much work it may do and until when; the limit on iterations is the
   *     environment's
   */
  public Evaluation evaluate(
      Function<String, ? extends @Nullable Object> variables, EvaluationLimits within) {
    WorkBudget budget = WorkBudget.open(within.work(), within.expired());
    try {
      Object value = program.eval(name -> find(variables, name));
      OutputLimit.checkResult(value);
      return new Evaluation.Value(value);
    } catch (FunctionFailure e) {
      return new Evaluation.Failure(FailureKind.of(e.getErrorCode()), e.reason());
    } catch (CelEvaluationException e) {
      return failure(e);
    } catch (WorkBudget.Exhausted e) {
      return new Evaluation.Failure(FailureKind.LIMIT, e.reason());
    } catch (StackOverflowError e) {
      return new Evaluation.Failure(FailureKind.LIMIT, "the values are nested too deeply");
    } finally {
      budget.close();
    }
  }

  private static Evaluation.Failure failure(CelEvaluationException e) {
    Throwable cause = e.getCause();
    String message = cause instanceof CelRuntimeException failure ? message(failure) : message(e);
    FailureKind kind = FailureKind.of(e.getErrorCode());
    boolean badArgument = kind == FailureKind.INTERNAL && cause instanceof IllegalArgumentException;
    return new Evaluation.Failure(badArgument ? FailureKind.INVALID : kind, message);
  }

  /** cel-java repeats the class of a wrapped exception in front of its message. */
  private static String message(Throwable failure) {
    Throwable root = failure.getCause() == null ? failure : failure.getCause();
    return Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
  }

  private static Optional<Object> find(
      Function<String, ? extends @Nullable Object> variables, String name) {
    return name.equals(RuntimeFunctions.VARIABLE)
        ? Optional.of(RuntimeFunctions.RuntimeValue.INSTANCE)
        : Optional.ofNullable(variables.apply(name));
  }
}
