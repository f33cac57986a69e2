package io.kro4j.compiler.expression.library;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds types by name: those that libraries bring along, and CEL's own of more than a word. */
final class LibraryTypes implements CelTypeProvider {
  private final ImmutableMap<String, CelType> types;

  private LibraryTypes(Map<String, CelType> types) {
    this.types = ImmutableMap.copyOf(types);
  }

  static LibraryTypes of(List<FunctionLibrary> libraries) {
    Map<String, CelType> types = new LinkedHashMap<>();
    types.put(SimpleType.TIMESTAMP.name(), SimpleType.TIMESTAMP);
    types.put(SimpleType.DURATION.name(), SimpleType.DURATION);
    types.put(OptionalType.NAME, OptionalType.create(SimpleType.DYN));
    for (FunctionLibrary library : libraries) {
      library.types().forEach(type -> types.put(type.type().name(), type.type()));
    }
    return new LibraryTypes(types);
  }

  /** The names as identifiers: each stands for its type as a value. */
  List<CelVarDecl> identifiers() {
    List<CelVarDecl> identifiers = new ArrayList<>();
    types.forEach(
        (name, type) -> identifiers.add(CelVarDecl.newVarDeclaration(name, TypeType.create(type))));
    return identifiers;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return types.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /**
   * These types and those of another provider, which is asked for one type at a time: cel-java's
   * own combination takes only types that are listed beforehand.
   */
  CelTypeProvider before(CelTypeProvider other) {
    return new LazyUnion(this, other);
  }

  @SuppressWarnings("Immutable") // Both are; the annotation does not reach through interfaces.
  private static final class LazyUnion implements CelTypeProvider {
    private final LibraryTypes first;
    private final CelTypeProvider second;

    private LazyUnion(LibraryTypes first, CelTypeProvider second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public ImmutableCollection<CelType> types() {
      return first.types();
    }

    @Override
    public Optional<CelType> findType(String name) {
      return first.findType(name).or(() -> second.findType(name));
    }
  }
}
