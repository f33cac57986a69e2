package io.kro4j.compiler.expression.library;

import java.util.List;

/** The libraries of this package: CEL's extensions as kro has them, and kro's own. */
final class CoreLibraries {
  static final List<FunctionLibrary> ALL =
      List.of(new ComparisonFunctions(), new OptionalFunctions(), new RuntimeFunctions());

  private CoreLibraries() {}
}
