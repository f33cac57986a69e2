package io.kro4j.compiler.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects the free names and the function calls of a syntax tree. */
final class NamesInExpression {
  private static final Comparator<Span> BY_PLACE = Comparator.comparingInt(Span::start);

  private final SyntaxPlaces places;
  private final Set<String> functions = Cel.functionNames();
  private final Map<String, List<Span>> free = new TreeMap<>();
  private final List<FunctionCall> calls = new ArrayList<>();

  private NamesInExpression(SyntaxPlaces places) {
    this.places = places;
  }

  static NamesInExpression of(SyntaxPlaces places, CelAbstractSyntaxTree tree) {
    NamesInExpression names = new NamesInExpression(places);
    names.visit(tree.getExpr(), LocalNames.NONE);
    return names;
  }

  List<Reference> references() {
    return free.entrySet().stream()
        .map(entry -> new Reference(entry.getKey(), sorted(entry.getValue())))
        .sorted(Comparator.comparing(reference -> reference.spans().get(0), BY_PLACE))
        .toList();
  }

  List<FunctionCall> functionsCalled() {
    return calls.stream().sorted(Comparator.comparing(FunctionCall::span, BY_PLACE)).toList();
  }

  private static List<Span> sorted(List<Span> spans) {
    return spans.stream().sorted(BY_PLACE).toList();
  }

  private void visit(CelExpr expr, LocalNames locals) {
    switch (expr.getKind()) {
      case IDENT -> visitName(expr, locals);
      case SELECT -> visit(expr.select().operand(), locals);
      case CALL -> visitCall(expr, locals);
      case LIST -> expr.list().elements().forEach(element -> visit(element, locals));
      case STRUCT -> expr.struct().entries().forEach(entry -> visit(entry.value(), locals));
      case MAP ->
          expr.map()
              .entries()
              .forEach(
                  entry -> {
                    visit(entry.key(), locals);
                    visit(entry.value(), locals);
                  });
      case COMPREHENSION -> visitComprehension(expr.comprehension(), locals);
      default -> {}
    }
  }

  private void visitName(CelExpr expr, LocalNames locals) {
    String name = expr.ident().name();
    if (!locals.contains(name) && !LocalNames.isHidden(name)) {
      free.computeIfAbsent(name, key -> new ArrayList<>()).add(places.token(expr.id()));
    }
  }

  private void visitCall(CelExpr expr, LocalNames locals) {
    CelCall call = expr.call();
    Optional<String> qualified = qualifiedFunction(call, locals);
    if (qualified.isEmpty()) {
      call.target().ifPresent(target -> visit(target, locals));
    }
    call.args().forEach(argument -> visit(argument, locals));
    if (Character.isLetter(call.function().charAt(0))) {
      Span name = places.function(expr.id());
      calls.add(new FunctionCall(qualified.orElse(call.function()), name));
    }
  }

  /** The name of a function with a prefix: in {@code hash.md5(x)}, {@code hash} is no variable. */
  private Optional<String> qualifiedFunction(CelCall call, LocalNames locals) {
    return call.target()
        .flatMap(DottedNames::of)
        .filter(prefix -> !locals.contains(prefix))
        .map(prefix -> prefix + "." + call.function())
        .filter(functions::contains);
  }

  private void visitComprehension(CelComprehension comprehension, LocalNames locals) {
    visit(comprehension.iterRange(), locals);
    visit(comprehension.accuInit(), locals);
    LocalNames inResult = locals.with(comprehension.accuVar());
    LocalNames inLoop = inResult.with(comprehension.iterVar()).with(comprehension.iterVar2());
    visit(comprehension.loopCondition(), inLoop);
    visit(comprehension.loopStep(), inLoop);
    visit(comprehension.result(), inResult);
  }
}
