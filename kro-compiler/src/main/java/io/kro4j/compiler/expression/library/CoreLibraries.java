package io.kro4j.compiler.expression.library;

import java.util.List;

/** The libraries of this package: CEL's extensions as kro has them, and kro's own. */
final class CoreLibraries {
  static final List<FunctionLibrary> ALL =
      List.of(
          ComparisonFunctions.ofOneType(),
          new ConversionFunctions(),
          new EncoderFunctions(),
          new EqualityFunctions(),
          new FormatFunctions(),
          new HashFunctions(),
          new IndexFunctions(),
          new JsonFunctions(),
          new ListChangeFunctions(),
          new ListFunctions(),
          new MacroFunctions(),
          new MapFunctions(),
          new OmitFunctions(),
          new OptionalFunctions(),
          new RandomFunctions(),
          new RemainderFunctions(),
          new RuntimeFunctions(),
          new StringFunctions(),
          new SumFunctions(),
          new TimeFunctions());

  /** Those of them that an API server has too. */
  static final List<FunctionLibrary> KUBERNETES =
      List.of(
          ComparisonFunctions.ofNumbers(),
          new ConversionFunctions(),
          new EqualityFunctions(),
          new FormatFunctions(),
          new IndexFunctions(),
          new ListFunctions(),
          new MacroFunctions(),
          new OptionalFunctions(),
          new RemainderFunctions(),
          new RuntimeFunctions(),
          new StringFunctions(),
          new SumFunctions(),
          new TimeFunctions());

  private CoreLibraries() {}
}
