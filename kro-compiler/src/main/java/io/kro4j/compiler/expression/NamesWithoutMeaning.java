package io.kro4j.compiler.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableExpr;
import io.kro4j.compiler.source.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The places of names that are unknown only because something else is wrong: the {@code hash} of a
 * misspelt {@code hash.sha265(x)}, and the variables of a macro that is not called as one.
 */
final class NamesWithoutMeaning {
  private final Collection<CelExpr> nodes;
  private final Scope scope;
  private final SyntaxPlaces places;
  private final Set<Span> found = new HashSet<>();

  NamesWithoutMeaning(Collection<CelExpr> nodes, Scope scope, SyntaxPlaces places) {
    this.nodes = nodes;
    this.scope = scope;
    this.places = places;
  }

  Set<Span> find() {
    for (CelExpr node : nodes) {
      if (node.getKind() == CelExpr.ExprKind.Kind.CALL) {
        node.call()
            .target()
            .filter(target -> DottedNames.of(target).filter(this::isLibrary).isPresent())
            .ifPresent(target -> found.add(places.token(target.id())));
        if (Cel.macroNames().contains(node.call().function())) {
          node.call().args().forEach(this::addNames);
        }
      }
    }
    return found;
  }

  /** Whether a name stands for a library of functions and for nothing else. */
  static boolean isLibrary(String prefix, Scope scope) {
    return !scope.variables().containsKey(prefix)
        && Cel.functionNames().stream().anyMatch(function -> function.startsWith(prefix + "."));
  }

  private boolean isLibrary(String prefix) {
    return isLibrary(prefix, scope);
  }

  private void addNames(CelExpr argument) {
    CelNavigableExpr.fromExpr(argument)
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .forEach(name -> found.add(places.token(name.id())));
  }
}
