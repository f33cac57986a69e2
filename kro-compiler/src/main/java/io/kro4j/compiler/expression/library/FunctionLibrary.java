package io.kro4j.compiler.expression.library;

import java.util.List;

/** A set of CEL functions, and the types of values they bring along. */
public interface FunctionLibrary {
  /** The overloads, in the order in which messages list them; ids are unique everywhere. */
  List<Overload> overloads();

  /** Opaque types that expressions may name, as in {@code type(x) == net.IP}. */
  default List<ValueType> types() {
    return List.of();
  }
}
