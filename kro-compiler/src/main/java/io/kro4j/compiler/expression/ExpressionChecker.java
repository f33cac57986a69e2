package io.kro4j.compiler.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that an expression makes sense where it stands, and finds out the type of its value. */
public final class ExpressionChecker {
  private ExpressionChecker() {}

  /**
   * Checks an expression.
   *
   * @param parsed the expression
   * @param scope what it may use
   * @return the expression with its types, or all errors
   */
  public static Checked<CheckedExpression> check(ParsedExpression parsed, Scope scope) {
    return PathTypes.of(parsed.tree().getExpr(), scope)
        .map(type -> Checked.of(new CheckedExpression(parsed, scope, type)))
        .orElseGet(() -> checkWithCel(parsed, scope));
  }

  /** Checks any expression. */
  static Checked<CheckedExpression> checkWithCel(ParsedExpression parsed, Scope scope) {
    List<Diagnostic> dotted = dotted(parsed, scope);
    if (!dotted.isEmpty()) {
      return Checked.failed(dotted);
    }
    Diagnostics diagnostics = new Diagnostics();
    misplaced(parsed, scope).forEach(diagnostics::add);
    TypeBridge types = new TypeBridge(FieldSelections.in(parsed.tree()));
    Map<String, CelType> variables = new LinkedHashMap<>();
    for (String name : names(parsed)) {
      scope.variable(name).ifPresent(type -> variables.put(name, types.toCel(type)));
    }
    CelValidationResult result =
        Cel.environment(scope.language()).check(parsed.tree(), variables, types);
    if (result.hasError()) {
      diagnostics.addAll(new CheckErrors(parsed, scope, types).explain(result.getErrors()));
    } else if (scope.language() == Scope.Language.KRO) {
      typesAsValues(parsed, scope).forEach(diagnostics::add);
    }
    if (diagnostics.hasErrors()) {
      return Checked.failed(diagnostics.list());
    }
    ValueType type = types.fromCel(tree(result).getResultType());
    return Checked.of(new CheckedExpression(parsed, scope, type));
  }

  /**
   * The names to declare: those the expression uses, also as the type of an object, {@code x{}}. A
   * large group has far more of them, and cel-java would index them all for every expression.
   */
  private static Set<String> names(ParsedExpression parsed) {
    Set<String> names = new LinkedHashSet<>();
    parsed.references().forEach(reference -> names.add(withoutDot(reference.name())));
    CelNavigableAst.fromAst(parsed.tree())
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.STRUCT)
        .forEach(node -> names.add(withoutDot(node.expr().struct().messageName())));
    return names;
  }

  private static String withoutDot(String name) {
    return name.startsWith(".") ? name.substring(1) : name;
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("a tree without errors is missing", e);
    }
  }

  private static Stream<Diagnostic> misplaced(ParsedExpression parsed, Scope scope) {
    Stream<Diagnostic> omit =
        parsed.functionsCalled().stream()
            .filter(call -> call.name().equals(ParsedExpression.OMIT) && !scope.allowsOmit())
            .map(call -> omit(call.span()));
    Stream<Diagnostic> runtime =
        parsed.reference(ParsedExpression.RUNTIME).stream()
            .filter(reference -> !scope.allowsRuntime())
            .flatMap(reference -> reference.spans().stream().map(ExpressionChecker::runtime));
    return Stream.concat(omit, runtime);
  }

  /**
   * {@code .x} is a variable {@code x} from outside to CEL, and unknown to upstream, which looks
   * for it with its dot. The API server, which evaluates the validation rules of a CRD, follows
   * CEL.
   */
  private static List<Diagnostic> dotted(ParsedExpression parsed, Scope scope) {
    return parsed.references().stream()
        .filter(reference -> scope.language() == Scope.Language.KRO)
        .filter(reference -> reference.name().startsWith("."))
        .flatMap(
            reference -> reference.spans().stream().map(span -> dotted(reference, span, scope)))
        .toList();
  }

  private static Diagnostic dotted(Reference reference, Span span, Scope scope) {
    String name = withoutDot(reference.name());
    Optional<String> nearest =
        scope.variable(name).isPresent()
            ? Optional.empty()
            : Suggestions.didYouMean(name, scope.names());
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_UNKNOWN_IDENTIFIER,
            span,
            "nothing is called `" + reference.name() + "`")
        .withHelp(nearest.orElse("write `" + name + "`, without the dot"));
  }

  /**
   * Names that CEL knows although the scope does not are those of types, which upstream refuses.
   */
  private static Stream<Diagnostic> typesAsValues(ParsedExpression parsed, Scope scope) {
    return parsed.references().stream()
        .filter(reference -> scope.variable(reference.name()).isEmpty())
        .filter(reference -> !reference.name().equals(ParsedExpression.RUNTIME))
        .flatMap(reference -> reference.spans().stream())
        .map(ExpressionChecker::typeAsValue);
  }

  private static Diagnostic typeAsValue(Span span) {
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_UNKNOWN_IDENTIFIER,
            span,
            "`" + span.text() + "` is a type, and types cannot be used as values")
        .withHelp("compare the types of two values instead, as in `type(x) == type(1)`");
  }

  private static Diagnostic omit(Span span) {
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_OMIT_NOT_ALLOWED, span, "`omit()` cannot be used here")
        .withHelp("`omit()` removes a field, so it belongs in the fields of a resource template");
  }

  private static Diagnostic runtime(Span span) {
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_RUNTIME_NOT_ALLOWED, span, "`runtime` cannot be used here")
        .withHelp("`runtime` makes conditions, so it belongs in `status.conditions`");
  }
}
