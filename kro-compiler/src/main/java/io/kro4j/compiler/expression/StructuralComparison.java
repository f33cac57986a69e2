package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Opaque;
import io.kro4j.compiler.expression.ValueType.OptionalOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One structural comparison of two types: the rules behind {@link Compatibility#explain}. */
final class StructuralComparison {
  /** The objects being compared, outermost first: a recursive schema ends where it repeats. */
  private final Deque<Pair> comparing = new ArrayDeque<>();

  /** Two schemas, known by the identity of their properties. */
  private record Pair(@Nullable Object actual, @Nullable Object expected) {
    boolean isSame(Pair other) {
      return actual == other.actual && expected == other.expected;
    }
  }

  Optional<String> compare(ValueType actual, ValueType expected) {
    if (actual == Simple.DYN || expected == Simple.DYN) {
      return Optional.empty();
    }
    if (actual instanceof OptionalOf optional) {
      return compare(optional.value(), expected);
    }
    if (expected instanceof Struct struct) {
      return toStruct(actual, struct);
    }
    if (expected instanceof MapOf map) {
      return toMap(actual, map);
    }
    if (expected instanceof ListOf list) {
      return toList(actual, list);
    }
    return actual.equals(expected) ? Optional.empty() : mismatch(actual, expected);
  }

  private Optional<String> toList(ValueType actual, ListOf expected) {
    if (actual instanceof ListOf list) {
      return compare(list.element(), expected.element()).map(why -> "in each item: " + why);
    }
    if (actual instanceof MapOf map) {
      // Upstream compares the first type parameter of each, which for a map is the key.
      return compare(map.key(), expected.element()).map(why -> "in each item: " + why);
    }
    return mismatch(actual, expected);
  }

  private Optional<String> toMap(ValueType actual, MapOf expected) {
    if (actual instanceof Struct struct) {
      return structToMap(struct, expected);
    }
    if (actual instanceof Opaque opaque && opaque.isObject()) {
      return Optional.empty();
    }
    if (!(actual instanceof MapOf map)) {
      return mismatch(actual, expected);
    }
    return compare(map.key(), expected.key())
        .map(why -> "in each key: " + why)
        .or(() -> compare(map.value(), expected.value()).map(why -> "in each value: " + why));
  }

  private Optional<String> structToMap(Struct actual, MapOf expected) {
    if (!actual.fieldsCompared()) {
      return Optional.empty();
    }
    return firstProblem(actual, field -> compare(field, expected.value()));
  }

  private Optional<String> toStruct(ValueType actual, Struct expected) {
    if (!expected.fieldsCompared()) {
      return Optional.empty();
    }
    if (actual instanceof MapOf map) {
      return mapToStruct(map, expected);
    }
    // Upstream takes whatever has no fields for an object without fields: see Compatibility.doubt.
    return actual instanceof Struct struct ? structToStruct(struct, expected) : Optional.empty();
  }

  private Optional<String> mapToStruct(MapOf actual, Struct expected) {
    if (actual.key() != Simple.TEXT) {
      return Optional.of(
          "an object has text as its keys, and this map has " + TypeWords.of(actual.key()));
    }
    return firstProblem(expected, field -> compare(actual.value(), field));
  }

  private Optional<String> structToStruct(Struct actual, Struct expected) {
    Pair pair =
        new Pair(actual.schema().keyword("properties"), expected.schema().keyword("properties"));
    boolean repeats = comparing.stream().anyMatch(pair::isSame);
    if (repeats || !actual.fieldsCompared() || expected.isOpen()) {
      return Optional.empty();
    }
    comparing.push(pair);
    try {
      return actual.fieldNames().stream()
          .flatMap(name -> field(actual, expected, name).stream())
          .findFirst();
    } finally {
      comparing.pop();
    }
  }

  private Optional<String> field(Struct actual, Struct expected, String name) {
    Optional<ValueType> wanted = expected.field(name);
    if (wanted.isEmpty()) {
      return Optional.of("the object has a field `" + name + "`, which is not expected here");
    }
    return compare(actual.field(name).orElse(Simple.DYN), wanted.get())
        .map(why -> "in field `" + name + "`: " + why);
  }

  private static Optional<String> firstProblem(
      Struct struct, Function<ValueType, Optional<String>> comparison) {
    return struct.fieldNames().stream()
        .flatMap(
            name ->
                comparison
                    .apply(struct.field(name).orElse(Simple.DYN))
                    .map(why -> "for field `" + name + "`: " + why)
                    .stream())
        .findFirst();
  }

  private static Optional<String> mismatch(ValueType actual, ValueType expected) {
    return Optional.of("expected " + TypeWords.of(expected) + ", got " + TypeWords.of(actual));
  }
}
