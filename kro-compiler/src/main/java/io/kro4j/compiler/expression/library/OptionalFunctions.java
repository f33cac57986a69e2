package io.kro4j.compiler.expression.library;

import static io.kro4j.compiler.expression.library.Overload.global;
import static io.kro4j.compiler.expression.library.Overload.member;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that may be absent: {@code optional.of}, {@code orValue}, {@code first}, …. */
final class OptionalFunctions implements FunctionLibrary {
  /**
   * The functions that cel-java's planner runs itself, because they evaluate their argument only if
   * need be or look a field up without failing.
   */
  static final List<CelFunctionDecl> DECLARED_ONLY = declaredOnly();

  private static final ValueType V = ValueType.parameter("V");
  private static final ValueType OPTIONAL = ValueType.optionalOf(V);
  private static final ValueType LIST = ValueType.listOf(V);

  /** The zero of Go's type, and not 1970. */
  private static final Instant ZERO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private static final ValueType OPTIONALS = ValueType.listOf(OPTIONAL);

  @Override
  public List<Overload> overloads() {
    return List.of(
        global("optional.of", "optional_of", List.of(V), OPTIONAL, a -> Optional.of(a[0])),
        global("optional.none", "optional_none", List.of(), OPTIONAL, a -> Optional.empty()),
        global(
            "optional.ofNonZeroValue",
            "optional_ofNonZeroValue",
            List.of(V),
            OPTIONAL,
            a -> isZero(a[0]) ? Optional.empty() : Optional.of(a[0])),
        global(
            "optional.unwrap",
            "optional_unwrap",
            List.of(OPTIONALS),
            LIST,
            a -> unwrap((List<?>) a[0])),
        member(
            "unwrapOpt",
            "optional_unwrapOpt",
            List.of(OPTIONALS),
            LIST,
            a -> unwrap((List<?>) a[0])),
        member(
            "hasValue",
            "optional_hasValue",
            List.of(OPTIONAL),
            ValueType.BOOL,
            a -> ((Optional<?>) a[0]).isPresent()),
        member("value", "optional_value", List.of(OPTIONAL), V, a -> value((Optional<?>) a[0])),
        member("first", "list_first", List.of(LIST), OPTIONAL, a -> at((List<?>) a[0], 0)),
        member(
            "last",
            "list_last",
            List.of(LIST),
            OPTIONAL,
            a -> at((List<?>) a[0], ((List<?>) a[0]).size() - 1)));
  }

  private static List<CelFunctionDecl> declaredOnly() {
    CelType v = TypeParamType.create("V");
    CelType optional = OptionalType.create(v);
    return List.of(
        CelFunctionDecl.newFunctionDeclaration(
            "or",
            CelOverloadDecl.newMemberOverload(
                "optional_or_optional", optional, optional, optional)),
        CelFunctionDecl.newFunctionDeclaration(
            "orValue", CelOverloadDecl.newMemberOverload("optional_orValue_value", v, optional, v)),
        CelFunctionDecl.newFunctionDeclaration(
            "_?._",
            CelOverloadDecl.newGlobalOverload(
                "select_optional_field", optional, SimpleType.DYN, SimpleType.STRING)));
  }

  private static Object value(Optional<?> optional) {
    if (optional.isEmpty()) {
      throw FunctionFailure.invalid("optional.none() dereference");
    }
    return optional.get();
  }

  private static Optional<?> at(List<?> list, int index) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(index));
  }

  private static List<Object> unwrap(List<?> optionals) {
    List<Object> present = new ArrayList<>();
    for (Object element : optionals) {
      if (!(element instanceof Optional<?> optional)) {
        throw FunctionFailure.noOverload("the list holds something other than optional values");
      }
      optional.ifPresent(present::add);
    }
    return present;
  }

  private static boolean isZero(Object value) {
    if (value instanceof CelValue cel) {
      return cel.isZeroValue();
    }
    return value instanceof NullValue
        || value.equals(false)
        || value.equals(0L)
        || value.equals(UnsignedLong.ZERO)
        || (value instanceof Double number && number == 0.0)
        || value.equals("")
        || value.equals(CelByteString.EMPTY)
        || value.equals(Duration.ZERO)
        || value.equals(ZERO_TIME)
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
