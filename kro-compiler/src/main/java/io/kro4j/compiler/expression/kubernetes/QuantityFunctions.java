package io.kro4j.compiler.expression.kubernetes;

import static io.kro4j.compiler.expression.library.Overload.global;
import static io.kro4j.compiler.expression.library.Overload.member;
import static io.kro4j.compiler.expression.library.ValueType.BOOL;
import static io.kro4j.compiler.expression.library.ValueType.DOUBLE;
import static io.kro4j.compiler.expression.library.ValueType.INT;
import static io.kro4j.compiler.expression.library.ValueType.STRING;

import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.FunctionLibrary;
import io.kro4j.compiler.expression.library.Overload;
import io.kro4j.compiler.expression.library.ValueType;
import java.util.List;
import java.util.function.BiFunction;

/**
 * {@code quantity('1Gi')} and what can be done with it. {@code sign} is a function and not a
 * method, whatever the documentation of Kubernetes says.
 */
final class QuantityFunctions implements FunctionLibrary {
  private static final ValueType QUANTITY = Quantity.TYPE;

  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "quantity",
            "string_to_quantity",
            List.of(STRING),
            QUANTITY,
            a -> Quantity.parse((String) a[0])),
        global(
            "isQuantity",
            "is_quantity_string",
            List.of(STRING),
            BOOL,
            a -> Parsing.accepts(Quantity::parse, a[0])),
        global(
            "sign", "quantity_sign", List.of(QUANTITY), INT, a -> (long) ((Quantity) a[0]).sign()),
        pair("isGreaterThan", "quantity_is_greater_than", BOOL, (q, r) -> q.compareTo(r) > 0),
        pair("isLessThan", "quantity_is_less_than", BOOL, (q, r) -> q.compareTo(r) < 0),
        pair("compareTo", "quantity_compare_to", INT, (q, r) -> (long) q.compareTo(r)),
        member(
            "asApproximateFloat",
            "quantity_get_float",
            List.of(QUANTITY),
            DOUBLE,
            a -> ((Quantity) a[0]).asApproximateDouble()),
        member(
            "asInteger", "quantity_get_int", List.of(QUANTITY), INT, a -> integer((Quantity) a[0])),
        member(
            "isInteger",
            "quantity_is_integer",
            List.of(QUANTITY),
            BOOL,
            a -> ((Quantity) a[0]).asInteger().isPresent()),
        pair("add", "quantity_add", QUANTITY, Quantity::plus),
        withInteger("add", "quantity_add_int", Quantity::plus),
        pair("sub", "quantity_sub", QUANTITY, Quantity::minus),
        withInteger("sub", "quantity_sub_int", Quantity::minus));
  }

  private static Overload pair(
      String function, String id, ValueType result, BiFunction<Quantity, Quantity, Object> body) {
    return member(
        function,
        id,
        List.of(QUANTITY, QUANTITY),
        result,
        a -> body.apply((Quantity) a[0], (Quantity) a[1]));
  }

  private static Overload withInteger(
      String function, String id, BiFunction<Quantity, Quantity, Object> body) {
    return member(
        function,
        id,
        List.of(QUANTITY, INT),
        QUANTITY,
        a -> body.apply((Quantity) a[0], Quantity.ofInteger((Long) a[1])));
  }

  private static long integer(Quantity quantity) {
    return quantity
        .asInteger()
        .orElseThrow(
            () -> FunctionFailure.invalid("quantity `" + quantity + "` is not an integer"));
  }
}
