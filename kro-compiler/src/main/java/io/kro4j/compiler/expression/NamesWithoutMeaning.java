package io.kro4j.compiler.expression;

import static io.kro4j.compiler.diagnostics.DiagnosticId.EXPRESSION_UNKNOWN_FUNCTION;
import static io.kro4j.compiler.diagnostics.DiagnosticId.EXPRESSION_UNKNOWN_IDENTIFIER;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableExpr;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that are unknown only because something else is wrong: the {@code hash} of a misspelt
 * {@code hash.sha265(x)}, the function that is called on a misspelt variable, and the variables of
 * a macro that is not called as one.
 */
final class NamesWithoutMeaning {
  private final Collection<CelExpr> nodes;
  private final Scope scope;
  private final SyntaxPlaces places;
  private final Set<Span> names = new HashSet<>();

  /** The receivers of functions, by the place of the function's name. */
  private final Map<Span, Span> receivers = new HashMap<>();

  private NamesWithoutMeaning(Collection<CelExpr> nodes, Scope scope, SyntaxPlaces places) {
    this.nodes = nodes;
    this.scope = scope;
    this.places = places;
  }

  /** The findings without those about such names. */
  static List<Diagnostic> leaveOut(
      Set<Diagnostic> found, Collection<CelExpr> nodes, Scope scope, SyntaxPlaces places) {
    NamesWithoutMeaning noise = new NamesWithoutMeaning(nodes, scope, places);
    noise.find(found);
    Set<Span> unknown = new HashSet<>();
    for (Diagnostic finding : found) {
      if (finding.id() == EXPRESSION_UNKNOWN_IDENTIFIER && !noise.names.contains(finding.span())) {
        unknown.add(finding.span());
      }
    }
    return found.stream().filter(finding -> noise.isNews(finding, unknown)).toList();
  }

  private boolean isNews(Diagnostic finding, Set<Span> unknown) {
    return switch (finding.id()) {
      case EXPRESSION_UNKNOWN_IDENTIFIER -> unknown.contains(finding.span());
      case EXPRESSION_UNKNOWN_FUNCTION -> !unknown.contains(receivers.get(finding.span()));
      default -> true;
    };
  }

  private void find(Set<Diagnostic> found) {
    Set<Span> unknownFunctions = new HashSet<>();
    found.stream()
        .filter(finding -> finding.id() == EXPRESSION_UNKNOWN_FUNCTION)
        .forEach(finding -> unknownFunctions.add(finding.span()));
    for (CelExpr node : nodes) {
      if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
        node.call().target().ifPresent(target -> addReceiver(node, target));
        boolean macro = Cel.macroNames().contains(node.call().function());
        if (macro && unknownFunctions.contains(places.function(node.id()))) {
          node.call().args().forEach(this::addNames);
        }
      }
    }
  }

  private void addReceiver(CelExpr call, CelExpr target) {
    Span place = places.token(target.id());
    receivers.put(places.function(call.id()), place);
    if (DottedNames.of(target).filter(this::isLibrary).isPresent()) {
      names.add(place);
    }
  }

  /** Whether a name stands for a library of functions and for nothing else. */
  static boolean isLibrary(String prefix, Scope scope) {
    return scope.variable(prefix).isEmpty()
        && Cel.functionNames().stream().anyMatch(function -> function.startsWith(prefix + "."));
  }

  private boolean isLibrary(String prefix) {
    return isLibrary(prefix, scope);
  }

  private void addNames(CelExpr argument) {
    CelNavigableExpr.fromExpr(argument)
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .forEach(name -> names.add(places.token(name.id())));
  }
}
