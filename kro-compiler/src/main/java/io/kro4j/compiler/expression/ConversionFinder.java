package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what must be converted in a value that an expression reads. */
final class ConversionFinder {
  private final FieldRead read;
  private final List<Conversion> found = new ArrayList<>();

  /** The properties of the objects around the current value: a recursive schema ends there. */
  private final Deque<Object> around = new ArrayDeque<>();

  ConversionFinder(FieldRead read) {
    this.read = read;
  }

  List<Conversion> find() {
    visit(read.path(), read.type());
    return found;
  }

  private void visit(List<String> path, ValueType type) {
    if (type instanceof Simple simple) {
      Conversion.Kind kind = kind(simple);
      if (kind != null) {
        found.add(new Conversion(read.variable(), path, kind));
      }
    } else if (type instanceof OptionalOf optional) {
      visit(path, optional.value());
    } else if (read.whole()) {
      visitParts(path, type);
    }
  }

  private void visitParts(List<String> path, ValueType type) {
    if (type instanceof ListOf list) {
      visit(step(path, FieldRead.EVERY), list.element());
    } else if (type instanceof MapOf map) {
      visit(step(path, FieldRead.EVERY), map.value());
    } else if (type instanceof Struct struct) {
      Object properties = struct.schema().keyword("properties");
      if (properties != null && around.stream().noneMatch(outer -> outer == properties)) {
        around.push(properties);
        visitFields(path, struct);
        around.pop();
      }
    }
  }

  private void visitFields(List<String> path, Struct struct) {
    for (String name : struct.fieldNames()) {
      String property = FieldNames.unescape(name).orElse(name);
      struct.field(name).ifPresent(type -> visit(step(path, property), type));
    }
  }

  private static Conversion.@Nullable Kind kind(Simple type) {
    return switch (type) {
      case BYTES -> Conversion.Kind.BYTES;
      case TIMESTAMP -> Conversion.Kind.TIMESTAMP;
      case DURATION -> Conversion.Kind.DURATION;
      case DOUBLE -> Conversion.Kind.DOUBLE;
      default -> null;
    };
  }

  private static List<String> step(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
