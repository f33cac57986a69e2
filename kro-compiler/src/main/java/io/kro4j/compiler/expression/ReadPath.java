package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.FieldRead.Presence;
import io.kro4j.compiler.expression.FieldRead.Step;
import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The path that a part of an expression spells, with the type of the value there.
 *
 * @param variable the variable it starts from
 * @param steps the steps so far
 * @param type the type of the value
 * @param optional whether the path went through {@code .?} or {@code [?]}
 * @param span where it stands
 */
record ReadPath(String variable, List<Step> steps, ValueType type, boolean optional, Span span) {
  ReadPath {
    steps = List.copyOf(steps);
  }

  static ReadPath variable(String name, ValueType type, Span span) {
    return new ReadPath(name, List.of(), type, false, span);
  }

  /** The path, with everything from here on being harmless if it is not there. */
  ReadPath optionally() {
    return new ReadPath(variable, steps, type, true, span);
  }

  /** The path of a field, by its name in the expression. */
  ReadPath field(String name, Span at) {
    if (type instanceof Struct struct) {
      String property = FieldNames.unescape(name).orElse(name);
      ValueType fieldType = struct.field(name).orElse(Simple.DYN);
      return step(property, presence(struct, property), fieldType, at);
    }
    return key(name, at);
  }

  /** The path of the value of a map's key. */
  ReadPath key(String key, Span at) {
    ValueType valueType = type instanceof MapOf map ? map.value() : Simple.DYN;
    return step(key, Presence.UNKNOWN, valueType, at);
  }

  /** The path of the items of a list or the values of a map. */
  ReadPath every(Span at) {
    ValueType itemType = Simple.DYN;
    if (type instanceof ListOf list) {
      itemType = list.element();
    } else if (type instanceof MapOf map) {
      itemType = map.value();
    }
    return step(FieldRead.EVERY, Presence.UNKNOWN, itemType, at);
  }

  /** The same path as it stands at another place: that of a local variable that means it. */
  ReadPath at(Span place) {
    return new ReadPath(variable, steps, type, optional, place);
  }

  List<String> names() {
    List<String> names = new ArrayList<>(List.of(variable));
    steps.forEach(step -> names.add(step.name()));
    return names;
  }

  private ReadPath step(String name, Presence presence, ValueType stepType, Span at) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(name, presence, optional, at));
    Span all = at.start() >= span.start() ? span.union(at) : span;
    return new ReadPath(variable, longer, stepType, optional, all);
  }

  private static Presence presence(Struct struct, String property) {
    boolean declared = struct.schema().property(property).isPresent();
    if (!declared) {
      return Presence.UNKNOWN;
    }
    boolean defaulted =
        struct.schema().property(property).filter(part -> part.hasDefault()).isPresent();
    return defaulted || struct.schema().required().contains(property)
        ? Presence.ALWAYS
        : Presence.OPTIONAL;
  }
}
