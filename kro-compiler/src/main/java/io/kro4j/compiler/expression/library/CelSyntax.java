package io.kro4j.compiler.expression.library;

import dev.cel.common.CelOptions;
import dev.cel.common.ast.CelExpr;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The syntax that kro accepts: cel-go's limits and kro's macros. */
final class CelSyntax {
  static final CelOptions OPTIONS =
      CelOptions.current()
          .enableOptionalSyntax(true)
          .populateMacroCalls(true)
          .enableHeterogeneousNumericComparisons(true)
          .maxParseRecursionDepth(250)
          .maxExpressionCodePointSize(100_000)
          .maxParseExpressionNodeCount(100_000)
          .build();

  private static final List<CelMacro> MACROS = macros();

  private CelSyntax() {}

  static CelParser parser() {
    return CelParserFactory.standardCelParserBuilder()
        .setOptions(OPTIONS)
        .addMacros(MACROS)
        .build();
  }

  /** The names of all macros as written in expressions. */
  static Set<String> macroNames() {
    Set<String> names = new TreeSet<>();
    MACROS.forEach(
        macro -> names.add(macro.getFunction().equals("bind") ? "cel.bind" : macro.getFunction()));
    return names;
  }

  /** The dotted name that an expression spells, {@code a.b.c}, if it is one. */
  static Optional<String> qualifiedName(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> Optional.of(expr.ident().name());
      case SELECT ->
          expr.select().testOnly()
              ? Optional.empty()
              : qualifiedName(expr.select().operand())
                  .map(prefix -> prefix + "." + expr.select().field());
      default -> Optional.empty();
    };
  }

  private static List<CelMacro> macros() {
    List<CelMacro> macros = new ArrayList<>();
    for (CelStandardMacro macro : CelStandardMacro.STANDARD_MACROS) {
      macros.add(macro.getDefinition());
    }
    macros.addAll(CelExtensions.comprehensions().macros());
    macros.add(BindMacro.MACRO);
    macros.addAll(OptionalMacros.ALL);
    macros.add(SortByMacro.MACRO);
    macros.add(ConditionMacro.MACRO);
    return List.copyOf(macros);
  }
}
