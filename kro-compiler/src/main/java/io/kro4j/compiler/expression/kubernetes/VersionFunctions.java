package io.kro4j.compiler.expression.kubernetes;

import static io.kro4j.compiler.expression.library.Overload.global;
import static io.kro4j.compiler.expression.library.Overload.member;
import static io.kro4j.compiler.expression.library.ValueType.BOOL;
import static io.kro4j.compiler.expression.library.ValueType.INT;
import static io.kro4j.compiler.expression.library.ValueType.STRING;

import io.kro4j.compiler.expression.library.FunctionLibrary;
import io.kro4j.compiler.expression.library.Overload;
import io.kro4j.compiler.expression.library.ValueType;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * {@code semver('1.2.3')} and what can be done with it; only the strict forms, as version 0 of the
 * library has them.
 */
final class VersionFunctions implements FunctionLibrary {
  private static final ValueType VERSION = SemanticVersion.TYPE;

  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "semver",
            "string_to_semver",
            List.of(STRING),
            VERSION,
            a -> SemanticVersion.parse((String) a[0])),
        global(
            "isSemver",
            "is_semver_string",
            List.of(STRING),
            BOOL,
            a -> Parsing.accepts(SemanticVersion::parse, a[0])),
        number("major", "semver_major", SemanticVersion::major),
        number("minor", "semver_minor", SemanticVersion::minor),
        number("patch", "semver_patch", SemanticVersion::patch),
        pair("isGreaterThan", "semver_is_greater_than", BOOL, order -> order > 0),
        pair("isLessThan", "semver_is_less_than", BOOL, order -> order < 0),
        pair("compareTo", "semver_compare_to", INT, order -> (long) order));
  }

  private static Overload number(
      String function, String id, ToLongFunction<SemanticVersion> number) {
    return member(
        function, id, List.of(VERSION), INT, a -> number.applyAsLong((SemanticVersion) a[0]));
  }

  private static Overload pair(
      String function, String id, ValueType result, IntFunction<Object> ofOrder) {
    return member(
        function,
        id,
        List.of(VERSION, VERSION),
        result,
        a -> ofOrder.apply(((SemanticVersion) a[0]).compareTo((SemanticVersion) a[1])));
  }
}
