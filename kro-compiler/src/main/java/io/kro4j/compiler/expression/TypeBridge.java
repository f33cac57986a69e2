package io.kro4j.compiler.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.types.TypeType;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Opaque;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.RuntimeType;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types of one check, as CEL sees them and back. Objects are handed to CEL by name only; it
 * asks for those whose fields are selected, so a large schema is never walked.
 */
@SuppressWarnings("Immutable") // It remembers the objects it was asked for, for one thread.
final class TypeBridge implements CelTypeProvider {
  /** What CEL may ask an object for: it takes names that are not listed for unknown ones. */
  private final ImmutableSet<String> selected;

  private final Map<String, Struct> structs = new HashMap<>();
  private final Map<String, Deque<Struct>> unknown = new HashMap<>();

  /**
   * The types of one check.
   *
   * @param selected the field names that the expression selects, known or not
   */
  TypeBridge(Set<String> selected) {
    this.selected = ImmutableSet.copyOf(selected);
  }

  /** A type as CEL's own. */
  CelType toCel(ValueType type) {
    if (type instanceof Struct struct) {
      structs.putIfAbsent(struct.name(), struct);
      return StructTypeReference.create(struct.name());
    }
    if (type instanceof ListOf list) {
      return ListType.create(toCel(list.element()));
    }
    if (type instanceof MapOf map) {
      return MapType.create(toCel(map.key()), toCel(map.value()));
    }
    if (type instanceof OptionalOf optional) {
      return OptionalType.create(toCel(optional.value()));
    }
    if (type instanceof Simple simple) {
      return simple(simple);
    }
    return OpaqueType.create(type.display());
  }

  /** A type of CEL as ours. */
  ValueType fromCel(CelType type) {
    return switch (type.kind()) {
      case BOOL -> Simple.BOOL;
      case INT -> Simple.INT;
      case UINT -> Simple.UINT;
      case DOUBLE -> Simple.DOUBLE;
      case STRING -> Simple.TEXT;
      case BYTES -> Simple.BYTES;
      case TIMESTAMP -> Simple.TIMESTAMP;
      case DURATION -> Simple.DURATION;
      case NULL_TYPE -> Simple.NULL;
      case LIST -> new ListOf(fromCel(type.parameters().get(0)));
      case MAP -> new MapOf(fromCel(type.parameters().get(0)), fromCel(type.parameters().get(1)));
      case TYPE -> new Opaque(type(type));
      case STRUCT -> struct(type.name());
      case OPAQUE -> opaque(type);
      default -> Simple.DYN;
    };
  }

  /** The object that lacked a field, for each time CEL found it missing, in order. */
  Optional<Struct> pollUnknown(String field) {
    return Optional.ofNullable(unknown.getOrDefault(field, new ArrayDeque<>()).poll());
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.of();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structs.get(name))
        .map(struct -> StructType.create(name, selected, field -> field(struct, field)));
  }

  private Optional<CelType> field(Struct struct, String field) {
    Optional<ValueType> declared = struct.field(field);
    if (declared.isEmpty() && struct.isOpen()) {
      return Optional.of(SimpleType.DYN);
    }
    if (declared.isEmpty()) {
      unknown.computeIfAbsent(field, name -> new ArrayDeque<>()).add(struct);
    }
    return declared.map(this::toCel);
  }

  private ValueType struct(String name) {
    if (name.equals(RuntimeType.CONDITION.display())) {
      return RuntimeType.CONDITION;
    }
    Struct known = structs.get(name);
    return known == null ? new Opaque(name) : known;
  }

  private ValueType opaque(CelType type) {
    if (type instanceof OptionalType) {
      return new OptionalOf(fromCel(type.parameters().get(0)));
    }
    if (type.name().equals(RuntimeType.RUNTIME.display())) {
      return RuntimeType.RUNTIME;
    }
    List<String> parameters = new ArrayList<>();
    type.parameters().forEach(parameter -> parameters.add(fromCel(parameter).display()));
    return new Opaque(
        parameters.isEmpty()
            ? type.name()
            : parameters.stream().collect(Collectors.joining(", ", type.name() + "(", ")")));
  }

  private String type(CelType type) {
    return type instanceof TypeType of ? "type(" + fromCel(of.type()).display() + ")" : "type";
  }

  private static CelType simple(Simple type) {
    return switch (type) {
      case BOOL -> SimpleType.BOOL;
      case INT -> SimpleType.INT;
      case UINT -> SimpleType.UINT;
      case DOUBLE -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case BYTES -> SimpleType.BYTES;
      case TIMESTAMP -> SimpleType.TIMESTAMP;
      case DURATION -> SimpleType.DURATION;
      case NULL -> SimpleType.NULL_TYPE;
      case DYN -> SimpleType.DYN;
    };
  }
}
