package io.kro4j.compiler.expression.library;

import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every function of the environment by its name: what the checker is told of it, and what runs.
 *
 * <p>cel-java keeps one entry per function name for calls whose overload only the values decide,
 * and takes the last one it is given. So all overloads of a name are gathered here, over all
 * libraries, and a standard function that a library adds to is bound here as a whole.
 */
final class FunctionTable {
  private final Map<String, List<Overload>> bound = new LinkedHashMap<>();
  private final Map<String, CelFunctionDecl> declarations = new TreeMap<>();

  private FunctionTable() {}

  /**
   * The standard functions and those of some libraries.
   *
   * @throws IllegalArgumentException if two overloads have one id
   */
  static FunctionTable of(List<FunctionLibrary> libraries) {
    FunctionTable table = new FunctionTable();
    for (StandardFunction function : StandardFunction.values()) {
      table.declare(StandardOverloads.declaration(function));
    }
    OptionalFunctions.DECLARED_ONLY.forEach(table::declare);
    Map<String, Overload> byId = new LinkedHashMap<>();
    for (FunctionLibrary library : libraries) {
      for (Overload overload : library.overloads()) {
        if (byId.put(overload.id(), overload) != null) {
          throw new IllegalArgumentException("two overloads have the id " + overload.id());
        }
        table.bound.computeIfAbsent(overload.function(), name -> new ArrayList<>()).add(overload);
      }
    }
    table.bound.forEach((name, overloads) -> table.declareBound(name, overloads));
    return table;
  }

  private void declareBound(String name, List<Overload> overloads) {
    declare(
        CelFunctionDecl.newFunctionDeclaration(
            name, overloads.stream().map(FunctionTable::declaration).toList()));
  }

  /** A library's declaration of a function replaces the standard one. */
  private void declare(CelFunctionDecl declaration) {
    declarations.put(declaration.name(), declaration);
  }

  private static CelOverloadDecl declaration(Overload overload) {
    return CelOverloadDecl.newBuilder()
        .setOverloadId(overload.id())
        .setIsInstanceFunction(overload.style() == Overload.Style.MEMBER)
        .addParameterTypes(overload.parameters().stream().map(ValueType::type).toList())
        .setResultType(overload.result().type())
        .build();
  }

  /** The names of all functions, operators by their internal names. */
  Set<String> names() {
    return declarations.keySet();
  }

  /** Whether the libraries bind a function as a whole, the standard one if it is one. */
  boolean binds(String function) {
    return bound.containsKey(function);
  }

  /** What the checker needs to know of some functions; names that no function has are skipped. */
  List<CelFunctionDecl> declarations(Collection<String> functions) {
    List<CelFunctionDecl> found = new ArrayList<>();
    for (String function : functions) {
      CelFunctionDecl declaration = declarations.get(function);
      if (declaration != null) {
        found.add(declaration);
      }
    }
    return found;
  }

  /** What runs: every overload by id, and by function name for calls that the values decide. */
  List<CelFunctionBinding> bindings() {
    List<CelFunctionBinding> bindings = new ArrayList<>();
    bound.forEach(
        (name, overloads) ->
            bindings.addAll(
                CelFunctionBinding.fromOverloads(
                    name, overloads.stream().map(FunctionTable::binding).toList())));
    return bindings;
  }

  /** One and two arguments need their own forms: cel-java calls those without an array. */
  private static CelFunctionBinding binding(Overload overload) {
    List<ValueType> parameters = overload.parameters();
    MeteredCall call = new MeteredCall(overload.body());
    return switch (parameters.size()) {
      case 1 -> CelFunctionBinding.from(overload.id(), parameters.get(0).valueClass(), call::one);
      case 2 ->
          CelFunctionBinding.from(
              overload.id(),
              parameters.get(0).valueClass(),
              parameters.get(1).valueClass(),
              call::two);
      default -> CelFunctionBinding.from(overload.id(), classes(parameters), any(call));
    };
  }

  private static List<Class<?>> classes(List<ValueType> parameters) {
    List<Class<?>> classes = new ArrayList<>();
    parameters.forEach(parameter -> classes.add(parameter.valueClass()));
    return classes;
  }

  @SuppressWarnings("Immutable") // A function's body is pure, see Overload.Body.
  private static CelFunctionOverload any(MeteredCall call) {
    return call::all;
  }
}
