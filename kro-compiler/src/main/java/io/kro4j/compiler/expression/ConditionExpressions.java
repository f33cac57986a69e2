package io.kro4j.compiler.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.expression.library.Condition;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an entry of {@code status.conditions} says about conditions, as far as its literals tell.
 * That the keys of {@code runtime.newCondition} are the right ones is a matter of syntax and found
 * by {@link ExpressionParser}.
 */
public final class ConditionExpressions {
  private final List<ConditionName> declared = new ArrayList<>();
  private final List<ConditionName> readFromInstance = new ArrayList<>();
  private final Diagnostics diagnostics = new Diagnostics();
  private final SyntaxPlaces places;

  private ConditionExpressions(SyntaxPlaces places) {
    this.places = places;
  }

  /**
   * The type of a condition, given as a literal.
   *
   * @param type the type
   * @param span the literal in the file
   */
  public record ConditionName(String type, Span span) {}

  /** Looks through one entry. */
  public static ConditionExpressions of(ParsedExpression parsed) {
    ConditionExpressions conditions =
        new ConditionExpressions(new SyntaxPlaces(parsed.tree(), parsed.source()));
    CelNavigableAst.fromAst(parsed.tree())
        .getRoot()
        .allNodes()
        .forEach(node -> conditions.visit(node.expr()));
    return conditions;
  }

  /** The types of the conditions that the entry makes, in order. */
  public List<ConditionName> declared() {
    return inOrder(declared);
  }

  /** The types of the conditions of the instance itself that the entry looks up, in order. */
  public List<ConditionName> readFromInstance() {
    return inOrder(readFromInstance);
  }

  /** Literals that no condition can have. */
  public List<Diagnostic> diagnostics() {
    return diagnostics.list();
  }

  private static List<ConditionName> inOrder(List<ConditionName> names) {
    return names.stream().sorted(Comparator.comparingInt(name -> name.span().start())).toList();
  }

  private void visit(CelExpr expr) {
    if (isRuntimeCall(expr, "newCondition", 1)) {
      CelExpr fields = expr.call().args().get(0);
      field(fields, "type").ifPresent(this::addType);
      field(fields, "status").ifPresent(this::checkStatus);
    } else if (isRuntimeCall(expr, "condition", 2)) {
      CelExpr object = expr.call().args().get(0);
      boolean instance = object.getKind() == Kind.IDENT && object.ident().name().equals("schema");
      CelExpr type = expr.call().args().get(1);
      if (instance) {
        text(type).ifPresent(name -> readFromInstance.add(named(name, type)));
      }
    }
  }

  private void addType(CelExpr type) {
    Optional<String> name = text(type);
    name.filter(text -> !text.isEmpty()).ifPresent(text -> declared.add(named(text, type)));
    if (name.filter(String::isEmpty).isPresent()) {
      diagnostics.add(
          DiagnosticId.STATUS_CONDITIONS,
          places.token(type.id()),
          "the `type` of a condition cannot be empty");
    }
  }

  private void checkStatus(CelExpr status) {
    text(status)
        .filter(text -> !Condition.STATUSES.contains(text))
        .ifPresent(text -> diagnostics.add(wrongStatus(text, places.token(status.id()))));
  }

  private static Diagnostic wrongStatus(String status, Span span) {
    return Diagnostic.of(
            DiagnosticId.STATUS_CONDITIONS,
            span,
            "the `status` of a condition is `True`, `False` or `Unknown`, not `" + status + "`")
        .withHelp(Suggestions.didYouMean(status, new TreeSet<>(Condition.STATUSES)));
  }

  private ConditionName named(String type, CelExpr literal) {
    return new ConditionName(type, places.token(literal.id()));
  }

  private static Optional<CelExpr> field(CelExpr map, String key) {
    return map.getKind() == Kind.MAP
        ? map.map().entries().stream()
            .filter(entry -> text(entry.key()).filter(key::equals).isPresent())
            .map(CelExpr.CelMap.Entry::value)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isRuntimeCall(CelExpr expr, String function, int arguments) {
    return expr.getKind() == Kind.CALL
        && expr.call().function().equals(function)
        && expr.call().args().size() == arguments
        && expr.call()
            .target()
            .filter(target -> target.getKind() == Kind.IDENT)
            .filter(target -> target.ident().name().equals(ParsedExpression.RUNTIME))
            .isPresent();
  }

  private static Optional<String> text(CelExpr expr) {
    boolean text =
        expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return text ? Optional.of(expr.constant().stringValue()) : Optional.empty();
  }
}
