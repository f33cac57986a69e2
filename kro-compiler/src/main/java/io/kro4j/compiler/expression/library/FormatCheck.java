package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks calls of {@code format} whose text and list of values are literals: the clauses, their
 * number, and the types of the values.
 */
final class FormatCheck {
  private final CelAbstractSyntaxTree ast;
  private final List<CelIssue> issues = new ArrayList<>();

  private FormatCheck(CelAbstractSyntaxTree ast) {
    this.ast = ast;
  }

  /** The result, or what is wrong with the calls in it; a failed check is handed on as it is. */
  static CelValidationResult check(CelValidationResult checked) {
    if (checked.hasError()) {
      return checked;
    }
    FormatCheck check = new FormatCheck(ast(checked));
    CelNavigableAst.fromAst(check.ast)
        .getRoot()
        .allNodes()
        .forEach(node -> check.call(node.expr()));
    return check.issues.isEmpty()
        ? checked
        : new CelValidationResult(checked.getSource(), ImmutableList.copyOf(check.issues));
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult checked) {
    try {
      return checked.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void call(CelExpr expr) {
    if (expr.getKind() != Kind.CALL
        || !expr.call().function().equals(FormatFunctions.NAME)
        || expr.call().args().size() != 1) {
      return;
    }
    CelExpr values = expr.call().args().get(0);
    Optional<String> format = expr.call().target().flatMap(FormatCheck::literal);
    if (format.isPresent() && values.getKind() == Kind.LIST) {
      clauses(expr, format.get(), values.list().elements());
    }
  }

  private static Optional<String> literal(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expr.constant().stringValue())
        : Optional.empty();
  }

  private void clauses(CelExpr call, String format, List<CelExpr> values) {
    try {
      int used = 0;
      for (FormatString.Part part : FormatString.parse(format)) {
        if (part.clause() != null) {
          if (used == values.size()) {
            report(call, "format() has more clauses than values");
            return;
          }
          value(part.clause(), values.get(used++));
        }
      }
      if (used < values.size()) {
        report(call, "format() has " + used + " clauses for " + values.size() + " values");
      }
    } catch (FunctionFailure e) {
      report(call, e.reason());
    }
  }

  private void value(FormatClause clause, CelExpr value) {
    if (!clause.accepts(kind(value))) {
      report(value, "the clause `%" + clause.verb() + "` is not for a value of this type");
    } else if (clause.verb() == 's') {
      parts(value).forEach(part -> value(clause, part));
    }
  }

  private static List<CelExpr> parts(CelExpr value) {
    List<CelExpr> parts = new ArrayList<>();
    if (value.getKind() == Kind.LIST) {
      parts.addAll(value.list().elements());
    } else if (value.getKind() == Kind.MAP) {
      value
          .map()
          .entries()
          .forEach(
              entry -> {
                parts.add(entry.key());
                parts.add(entry.value());
              });
    }
    return parts;
  }

  private CelKind kind(CelExpr value) {
    CelType type = ast.getType(value.id()).orElse(SimpleType.DYN);
    return type.kind();
  }

  private void report(CelExpr place, String message) {
    Map<Long, Integer> positions = ast.getSource().getPositionsMap();
    Integer offset = positions.get(place.id());
    CelSourceLocation location =
        offset == null
            ? CelSourceLocation.NONE
            : ast.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
    issues.add(CelIssue.formatError(place.id(), location, message));
  }
}
