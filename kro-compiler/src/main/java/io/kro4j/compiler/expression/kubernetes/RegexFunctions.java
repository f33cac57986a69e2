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

/**
 * {@code find} and {@code findAll} of a text, and CEL's own {@code matches}, which costs work here.
 */
final class RegexFunctions implements FunctionLibrary {
  private static final long ALL = -1;

  @Override
  public List<Overload> overloads() {
    ValueType strings = ValueType.listOf(STRING);
    return List.of(
        global("matches", "matches", List.of(STRING, STRING), BOOL, RegexFunctions::matches),
        member("matches", "matches_string", List.of(STRING, STRING), BOOL, RegexFunctions::matches),
        member(
            "find",
            "string_find_string",
            List.of(STRING, STRING),
            STRING,
            a -> RegularExpression.parse((String) a[1]).find((String) a[0])),
        member(
            "findAll",
            "string_find_all_string",
            List.of(STRING, STRING),
            strings,
            a -> findAll(a, ALL)),
        member(
            "findAll",
            "string_find_all_string_int",
            List.of(STRING, STRING, INT),
            strings,
            a -> findAll(a, (Long) a[2])));
  }

  private static boolean matches(Object[] arguments) {
    return RegularExpression.parse((String) arguments[1]).matches((String) arguments[0]);
  }

  private static List<String> findAll(Object[] arguments, long limit) {
    return RegularExpression.parse((String) arguments[1]).findAll((String) arguments[0], limit);
  }
}
