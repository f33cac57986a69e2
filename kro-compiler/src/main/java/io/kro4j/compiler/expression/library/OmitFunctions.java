package io.kro4j.compiler.expression.library;

import java.util.List;

/** kro's {@code omit()}. */
final class OmitFunctions implements FunctionLibrary {
  @Override
  public List<Overload> overloads() {
    return List.of(
        Overload.global("omit", "omit_void", List.of(), ValueType.DYN, a -> Omit.INSTANCE));
  }
}
