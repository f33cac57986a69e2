package io.kro4j.compiler.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the values of the variables through an expression, through loops and {@code cel.bind}
 * too, and lists the fields that are read.
 */
final class FieldReads {
  private static final String BOUND = "cel.@bound";

  private final Scope scope;
  private final SyntaxPlaces places;
  private final List<FieldRead> found = new ArrayList<>();

  private FieldReads(Scope scope, SyntaxPlaces places) {
    this.scope = scope;
    this.places = places;
  }

  static List<FieldRead> of(ParsedExpression parsed, Scope scope) {
    FieldReads reads = new FieldReads(scope, new SyntaxPlaces(parsed.tree(), parsed.source()));
    reads.visit(parsed.tree().getExpr(), new Place(Map.of(), Guards.NONE));
    return reads.found.stream()
        .sorted(Comparator.comparingInt(read -> read.span().start()))
        .toList();
  }

  /**
   * What is known at one place of the expression.
   *
   * @param locals the expression's own variables, with the path they stand for if there is one
   * @param guards the paths known to be there
   */
  private record Place(Map<String, Optional<ReadPath>> locals, Guards guards) {
    Place with(String local, Optional<ReadPath> path) {
      Map<String, Optional<ReadPath>> more = new HashMap<>(locals);
      more.put(local, path);
      return new Place(more, guards);
    }

    Place given(Guards more) {
      return new Place(locals, guards.given(more));
    }
  }

  private void visit(CelExpr expr, Place place) {
    Optional<ReadPath> path = resolve(expr, place);
    if (path.isPresent()) {
      add(path.get(), true, place);
      visitIndices(expr, place);
      return;
    }
    switch (expr.getKind()) {
      case SELECT -> visitSelect(expr, place);
      case CALL -> visitCall(expr, place);
      case LIST -> expr.list().elements().forEach(element -> visit(element, place));
      case STRUCT -> expr.struct().entries().forEach(entry -> visit(entry.value(), place));
      case MAP ->
          expr.map()
              .entries()
              .forEach(
                  entry -> {
                    visit(entry.key(), place);
                    visit(entry.value(), place);
                  });
      case COMPREHENSION -> visitComprehension(expr.comprehension(), place);
      default -> {}
    }
  }

  private void add(ReadPath path, boolean whole, Place place) {
    found.add(
        new FieldRead(path.variable(), place.guards().mark(path), whole, path.type(), path.span()));
  }

  private void visitSelect(CelExpr expr, Place place) {
    CelExpr operand = expr.select().operand();
    Optional<ReadPath> tested = expr.select().testOnly() ? test(expr, place) : Optional.empty();
    if (tested.isPresent()) {
      add(tested.get(), false, place);
      visitIndices(operand, place);
    } else {
      visit(operand, place);
    }
  }

  private void visitCall(CelExpr expr, Place place) {
    List<CelExpr> arguments = expr.call().args();
    switch (expr.call().function()) {
      case "_?_:_" -> {
        CelExpr condition = arguments.get(0);
        visit(condition, place);
        visit(arguments.get(1), place.given(provenBy(condition, true, place)));
        visit(arguments.get(2), place.given(provenBy(condition, false, place)));
      }
      case "_&&_", "_||_" -> {
        boolean and = expr.call().function().equals("_&&_");
        CelExpr left = arguments.get(0);
        CelExpr right = arguments.get(1);
        visit(left, place.given(provenBy(right, and, place)));
        visit(right, place.given(provenBy(left, and, place)));
      }
      default -> {
        expr.call().target().ifPresent(target -> visit(target, place));
        arguments.forEach(argument -> visit(argument, place));
      }
    }
  }

  private void visitComprehension(CelComprehension loop, Place place) {
    Optional<ReadPath> range = source(loop.iterRange(), place);
    boolean binding = isFalse(loop.loopCondition());
    CelExpr initial = binding ? bound(loop.accuInit()) : loop.accuInit();
    Optional<ReadPath> bound = binding ? resolve(initial, place) : Optional.empty();
    if (bound.isEmpty()) {
      visit(initial, place);
    } else {
      visitIndices(initial, place);
    }
    Place inResult = place.with(loop.accuVar(), bound);
    if (!binding) {
      Place inLoop = inLoop(loop, range, inResult);
      visit(loop.loopCondition(), inLoop);
      visit(loop.loopStep(), inLoop);
    }
    visit(loop.result(), inResult);
  }

  /**
   * The value of a variable of {@code cel.bind}, without the function that it is passed through.
   */
  private static CelExpr bound(CelExpr initial) {
    boolean call = initial.getKind() == Kind.CALL && initial.call().function().equals(BOUND);
    return call ? initial.call().args().get(0) : initial;
  }

  /** What a loop goes over: read item by item if it is a path. */
  private Optional<ReadPath> source(CelExpr expr, Place place) {
    Optional<ReadPath> range = resolve(expr, place);
    if (range.isEmpty()) {
      visit(expr, place);
    } else {
      add(range.get(), false, place);
      visitIndices(expr, place);
    }
    return range;
  }

  /** With one variable, a loop over a map goes over its keys; with two, the second is the value. */
  private static Place inLoop(CelComprehension loop, Optional<ReadPath> range, Place place) {
    Optional<ReadPath> items = range.map(path -> path.every(path.span()));
    if (loop.iterVar2().isEmpty()) {
      boolean keys = range.filter(path -> path.type() instanceof ValueType.MapOf).isPresent();
      return place.with(loop.iterVar(), keys ? Optional.empty() : items);
    }
    return place.with(loop.iterVar(), Optional.empty()).with(loop.iterVar2(), items);
  }

  /** The expressions in the brackets of a path. */
  private void visitIndices(CelExpr expr, Place place) {
    if (isIndex(expr)) {
      visit(expr.call().args().get(1), place);
      visitIndices(expr.call().args().get(0), place);
    } else if (FieldSelections.fieldOf(expr).isPresent()) {
      visitIndices(FieldSelections.operandOf(expr), place);
    }
  }

  private Optional<ReadPath> resolve(CelExpr expr, Place place) {
    if (expr.getKind() == Kind.IDENT) {
      return variable(expr, place);
    }
    if (isIndex(expr)) {
      return resolve(expr.call().args().get(0), place).map(path -> index(expr, path));
    }
    boolean selects = FieldSelections.isOptional(expr) || expr.getKind() == Kind.SELECT;
    if (!selects || (expr.getKind() == Kind.SELECT && expr.select().testOnly())) {
      return Optional.empty();
    }
    return resolve(FieldSelections.operandOf(expr), place).map(path -> select(expr, path));
  }

  private Optional<ReadPath> variable(CelExpr expr, Place place) {
    String name = expr.ident().name();
    Span span = places.token(expr.id());
    Optional<ReadPath> local = place.locals().get(name);
    if (local != null) {
      return local.map(path -> path.at(span));
    }
    return scope.variable(name).map(type -> ReadPath.variable(name, type, span));
  }

  private ReadPath select(CelExpr expr, ReadPath path) {
    ReadPath from = FieldSelections.isOptional(expr) ? path.optionally() : path;
    return from.field(FieldSelections.fieldOf(expr).orElseThrow(), places.field(expr));
  }

  private ReadPath index(CelExpr expr, ReadPath path) {
    CelExpr index = expr.call().args().get(1);
    Span span = places.token(index.id());
    ReadPath from = expr.call().function().equals("_[?_]") ? path.optionally() : path;
    return text(index).map(key -> from.key(key, span)).orElseGet(() -> from.every(span));
  }

  private Optional<ReadPath> test(CelExpr expr, Place place) {
    return resolve(expr.select().operand(), place)
        .map(path -> path.optionally().field(expr.select().field(), places.field(expr)));
  }

  /** The paths that are there if a condition has the given outcome. */
  private Guards provenBy(CelExpr condition, boolean outcome, Place place) {
    if (condition.getKind() == Kind.SELECT && condition.select().testOnly()) {
      return outcome ? guard(test(condition, place)) : Guards.NONE;
    }
    if (condition.getKind() != Kind.CALL) {
      return Guards.NONE;
    }
    List<CelExpr> arguments = condition.call().args();
    return switch (condition.call().function()) {
      case "!_" -> provenBy(arguments.get(0), !outcome, place);
      case "_&&_" -> both(arguments, outcome, true, place);
      case "_||_" -> both(arguments, outcome, false, place);
      case "@in" -> outcome ? guard(key(arguments, place)) : Guards.NONE;
      case "hasValue" ->
          outcome
              ? guard(condition.call().target().flatMap(target -> resolve(target, place)))
              : Guards.NONE;
      default -> Guards.NONE;
    };
  }

  private Guards both(List<CelExpr> sides, boolean outcome, boolean decided, Place place) {
    return outcome == decided
        ? provenBy(sides.get(0), outcome, place).and(provenBy(sides.get(1), outcome, place))
        : Guards.NONE;
  }

  private Optional<ReadPath> key(List<CelExpr> arguments, Place place) {
    return text(arguments.get(0))
        .flatMap(
            key ->
                resolve(arguments.get(1), place)
                    .map(path -> path.key(key, places.token(arguments.get(0).id()))));
  }

  private static Guards guard(Optional<ReadPath> path) {
    return path.map(Guards::of).orElse(Guards.NONE);
  }

  private static boolean isIndex(CelExpr expr) {
    return expr.getKind() == Kind.CALL
        && (expr.call().function().equals("_[_]") || expr.call().function().equals("_[?_]"));
  }

  private static Optional<String> text(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expr.constant().stringValue())
        : Optional.empty();
  }

  private static boolean isFalse(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
        && !expr.constant().booleanValue();
  }
}
