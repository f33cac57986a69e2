package io.kro4j.compiler.expression;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import io.kro4j.compiler.expression.library.CelEnvironment;
import io.kro4j.compiler.expression.library.CelProgram;
import io.kro4j.compiler.expression.library.FailureKind;
import io.kro4j.compiler.expression.library.FunctionFailure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression ready to be evaluated, without schemas: what a compiled graph stores of it is
 * enough. Immutable; safe to use from many threads at once.
 */
public final class EvaluableExpression {
  private final String text;
  private final CelProgram program;
  private final boolean typed;
  private final Map<String, ConversionTree> conversions;

  private EvaluableExpression(
      String text, CelProgram program, boolean typed, Map<String, ConversionTree> conversions) {
    this.text = text;
    this.program = program;
    this.typed = typed;
    this.conversions = conversions;
  }

  /**
   * An expression that reads objects as their schemas say.
   *
   * @param text the expression, which has been checked
   * @param conversions what to convert before CEL sees it
   * @throws IllegalArgumentException if the text is not an expression
   */
  public static EvaluableExpression of(String text, List<Conversion> conversions) {
    return of(text, conversions, Scope.Language.KRO);
  }

  static EvaluableExpression of(
      String text, List<Conversion> conversions, Scope.Language language) {
    CelProgram program = plan(text, Cel.environment(language));
    return new EvaluableExpression(text, program, true, ConversionTree.of(conversions));
  }

  /**
   * An expression that reads objects as they are, as {@code readyWhen} does: bytes are base64 text
   * there, and a property that is null is there.
   *
   * @param text the expression, which has been checked
   * @throws IllegalArgumentException if the text is not an expression
   */
  public static EvaluableExpression raw(String text) {
    return new EvaluableExpression(text, plan(text, Cel.environment()), false, Map.of());
  }

  private static CelProgram plan(String text, CelEnvironment environment) {
    CelValidationResult parsed = environment.parse(text);
    try {
      return environment.plan(parsed.getAst());
    } catch (CelValidationException e) {
      throw new IllegalArgumentException("not an expression: " + text, e);
    }
  }

  /** The expression as CEL text. */
  public String text() {
    return text;
  }

  /**
   * Evaluates the expression.
   *
   * @param variables the values of the variables as plain JSON, which nobody changes meanwhile; one
   *     that is not there makes the result pending
   * @param limits how much work it may do and until when
   * @return what came of it; never an exception for what is in the variables
   */
  public Evaluation evaluate(Map<String, ? extends @Nullable Object> variables, Limits limits) {
    JsonView view = new JsonView(typed);
    io.kro4j.compiler.expression.library.Evaluation result =
        program.evaluate(name -> variable(view, variables, name), limits.toLibrary());
    if (result instanceof io.kro4j.compiler.expression.library.Evaluation.Failure failure) {
      return failure.kind().pending()
          ? new Evaluation.Pending(view.missingPath(failure.message()), failure.message())
          : new Evaluation.Failed(failure.kind(), failure.message());
    }
    Object value = ((io.kro4j.compiler.expression.library.Evaluation.Value) result).value();
    if (JsonResult.isOmitted(value)) {
      return Evaluation.Omitted.OMITTED;
    }
    try {
      return new Evaluation.Value(JsonResult.of(value));
    } catch (FunctionFailure e) {
      return new Evaluation.Failed(FailureKind.INVALID, e.reason());
    }
  }

  private @Nullable Object variable(
      JsonView view, Map<String, ? extends @Nullable Object> variables, String name) {
    if (!variables.containsKey(name)) {
      view.noteMissingVariable(name);
      return null;
    }
    ConversionTree tree = conversions.getOrDefault(name, ConversionTree.NONE);
    return view.of(variables.get(name), tree, new Trail(null, name));
  }

  @Override
  public String toString() {
    return text;
  }
}
