package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code runtime.newCondition({type: 'A', status: 'True'})}: the keys of the literal are words, not
 * expressions, so that a misspelt one is found when the expression is parsed.
 */
final class ConditionMacro {
  static final CelMacro MACRO =
      CelMacro.newReceiverMacro("newCondition", 1, ConditionMacro::expand);

  private static final String NAME = "runtime.newCondition: ";
  private static final String KEYS = "type, status, reason, message";
  private static final Set<String> ALLOWED = Set.of("type", "status", "reason", "message");
  private static final List<String> REQUIRED = List.of("type", "status");

  private ConditionMacro() {}

  private static Optional<CelExpr> expand(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    if (target.getKind() != Kind.IDENT
        || !target.ident().name().equals(RuntimeFunctions.VARIABLE)) {
      return Optional.empty();
    }
    CelExpr argument = arguments.get(0);
    if (argument.getKind() != Kind.MAP) {
      return error(factory, argument, "the argument must be a map literal");
    }
    Set<String> seen = new LinkedHashSet<>();
    List<CelExpr.CelMap.Entry> entries = new ArrayList<>();
    for (CelExpr.CelMap.Entry entry : argument.map().entries()) {
      Optional<String> wrong = wrongKey(entry.key(), seen);
      if (wrong.isPresent()) {
        return error(factory, entry.key(), wrong.get());
      }
      CelExpr key = factory.newStringLiteral(entry.key().ident().name());
      entries.add(factory.newMapEntry(key, entry.value()));
    }
    for (String required : REQUIRED) {
      if (!seen.contains(required)) {
        return error(factory, argument, "`" + required + "` is required");
      }
    }
    return Optional.of(factory.newReceiverCall("newCondition", target, factory.newMap(entries)));
  }

  private static Optional<String> wrongKey(CelExpr key, Set<String> seen) {
    if (key.getKind() != Kind.IDENT) {
      return Optional.of("keys are bare words (" + KEYS + "), neither quoted nor computed");
    }
    String name = key.ident().name();
    if (!ALLOWED.contains(name)) {
      return Optional.of("unknown key `" + name + "`, allowed are " + KEYS);
    }
    return seen.add(name) ? Optional.empty() : Optional.of("key `" + name + "` is there twice");
  }

  private static Optional<CelExpr> error(
      CelMacroExprFactory factory, CelExpr place, String message) {
    return Optional.of(
        factory.reportError(
            CelIssue.formatError(factory.getSourceLocation(place), NAME + message)));
  }
}
