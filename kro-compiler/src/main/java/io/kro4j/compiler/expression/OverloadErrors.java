package io.kro4j.compiler.expression;

import dev.cel.common.ast.CelExpr;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why an operator or a function does not take the types it is given. */
final class OverloadErrors {
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("_+_", "+"),
          Map.entry("_-_", "-"),
          Map.entry("_*_", "*"),
          Map.entry("_/_", "/"),
          Map.entry("_%_", "%"),
          Map.entry("_==_", "=="),
          Map.entry("_!=_", "!="),
          Map.entry("_<_", "<"),
          Map.entry("_<=_", "<="),
          Map.entry("_>_", ">"),
          Map.entry("_>=_", ">="),
          Map.entry("_&&_", "&&"),
          Map.entry("_||_", "||"),
          Map.entry("!_", "!"),
          Map.entry("-_", "-"),
          Map.entry("@in", "in"),
          Map.entry("_[_]", "[...]"),
          Map.entry("_[?_]", "[?...]"),
          Map.entry("_?_:_", "? :"));
  private static final Set<String> PREDICATES = Set.of("? :", "&&", "||");
  private static final Set<String> NUMBERS = Set.of("int", "uint", "double");

  private OverloadErrors() {}

  /**
   * A diagnostic at the operator or the name of the function.
   *
   * @param call the call
   * @param types the types of its arguments, the receiver first, as CEL writes them
   */
  static Diagnostic explain(CelExpr call, List<String> types, SyntaxPlaces places) {
    String function = call.call().function();
    String operator = OPERATORS.getOrDefault(function, "");
    if (PREDICATES.contains(operator) && places.isMadeByMacro(call, operator.substring(0, 1))) {
      return predicate(call, types, places);
    }
    if (operator.equals("+") && !places.token(call.id()).text().equals("+")) {
      return part(call, types, places);
    }
    boolean member = call.call().target().isPresent();
    Span span = operator.isEmpty() ? places.function(call.id()) : places.token(call.id());
    String message =
        operator.isEmpty() ? function(function, member, types) : operator(operator, types);
    return Diagnostic.of(DiagnosticId.EXPRESSION_NO_OVERLOAD, span, message)
        .withHelp(help(operator, types));
  }

  /** The condition of a macro such as {@code filter}, which becomes an operand of an operator. */
  private static Diagnostic predicate(CelExpr call, List<String> types, SyntaxPlaces places) {
    int index = call.call().function().equals("_?_:_") ? 0 : types.size() - 1;
    return Diagnostic.of(
        DiagnosticId.EXPRESSION_NO_OVERLOAD,
        places.path(call.call().args().get(index)),
        "the condition of `"
            + places.function(call.id()).text()
            + "` must be `bool`, got "
            + TypeWords.of(types.get(index)));
  }

  /** A part of a mixed string that is no text: the operator is ours, see {@link ExpressionText}. */
  private static Diagnostic part(CelExpr call, List<String> types, SyntaxPlaces places) {
    int index = types.get(1).equals("string") ? 0 : 1;
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_NO_OVERLOAD,
            places.path(call.call().args().get(index)),
            "the parts of a text are joined, so each must be `string`, and this is "
                + TypeWords.of(types.get(index)))
        .withHelp(help("+", types).or(() -> Optional.of("convert it to text: `string(...)`")));
  }

  private static String function(String name, boolean member, List<String> types) {
    if (member && !types.isEmpty()) {
      String arguments = types.size() == 1 ? "" : " with " + listed(types.subList(1, types.size()));
      return "`" + name + "` cannot be called on " + TypeWords.of(types.get(0)) + arguments;
    }
    return types.isEmpty()
        ? "`" + name + "` needs arguments"
        : "`" + name + "` does not take " + listed(types);
  }

  private static String operator(String operator, List<String> types) {
    return switch (operator) {
      case "? :" -> choice(types);
      case "&&", "||", "!" -> "`" + operator + "` needs `bool`, got " + listed(types);
      case "[...]", "[?...]" ->
          TypeWords.of(types.get(0)) + " cannot be indexed with " + TypeWords.of(types.get(1));
      case "in" ->
          "`in` cannot look for "
              + TypeWords.of(types.get(0))
              + " in "
              + TypeWords.of(types.get(1));
      case "==", "!=", "<", "<=", ">", ">=" -> "`" + operator + "` cannot compare " + joined(types);
      default -> "`" + operator + "` cannot be used with " + joined(types);
    };
  }

  private static String choice(List<String> types) {
    if (!types.get(0).equals("bool") && !types.get(0).equals("dyn")) {
      return "what stands before `?` must be `bool`, got " + TypeWords.of(types.get(0));
    }
    return "both results of `? :` must be of one type, got "
        + joined(types.subList(1, types.size()));
  }

  private static Optional<String> help(String operator, List<String> types) {
    if (types.stream().anyMatch(type -> type.startsWith("optional"))) {
      return Optional.of("take the value out of the optional first, with `.orValue(...)`");
    }
    if (operator.equals("? :")) {
      boolean isNull = types.contains("null");
      return isNull
          ? Optional.of(
              "use `optional.none()` and `optional.of(...)` for a value that may be missing")
          : Optional.empty();
    }
    if (operator.equals("+") && types.contains("string")) {
      return Optional.of("convert what is no text: `string(...)`");
    }
    boolean numbers = !operator.isEmpty() && types.size() == 2 && NUMBERS.containsAll(types);
    if (numbers) {
      return Optional.of(
          "numbers of different types do not mix: convert one, as in `double(...)`, or write `1.0`"
              + " instead of `1`");
    }
    boolean object = !types.isEmpty() && types.get(0).startsWith(ValueTypes.typeName(""));
    return operator.equals("[...]") && object
        ? Optional.of("select the field with a dot: `object.field`")
        : Optional.empty();
  }

  private static String joined(List<String> types) {
    return types.stream().map(TypeWords::of).collect(Collectors.joining(" and "));
  }

  private static String listed(List<String> types) {
    return types.stream().map(TypeWords::of).collect(Collectors.joining(", "));
  }
}
