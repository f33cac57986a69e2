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
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code cidr('10.0.0.0/8')} and what can be asked of it. */
final class CidrFunctions implements FunctionLibrary {
  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "cidr", "string_to_cidr", List.of(STRING), Cidr.TYPE, a -> Cidr.parse((String) a[0])),
        global("isCIDR", "is_cidr", List.of(STRING), BOOL, a -> Parsing.accepts(Cidr::parse, a[0])),
        contains(
            "containsIP",
            "cidr_contains_ip_string",
            STRING,
            (cidr, ip) -> cidr.contains(IpAddress.parse((String) ip))),
        contains(
            "containsIP",
            "cidr_contains_ip_ip",
            IpAddress.TYPE,
            (cidr, ip) -> cidr.contains((IpAddress) ip)),
        contains(
            "containsCIDR",
            "cidr_contains_cidr_string",
            STRING,
            (cidr, other) -> cidr.contains(Cidr.parse((String) other))),
        contains(
            "containsCIDR",
            "cidr_contains_cidr",
            Cidr.TYPE,
            (cidr, other) -> cidr.contains((Cidr) other)),
        ofCidr("ip", "cidr_ip", IpAddress.TYPE, Cidr::address),
        ofCidr("prefixLength", "cidr_prefix_length", INT, cidr -> (long) cidr.prefixLength()),
        ofCidr("masked", "cidr_masked", Cidr.TYPE, Cidr::masked),
        global("string", "cidr_to_string", List.of(Cidr.TYPE), STRING, a -> a[0].toString()));
  }

  @Override
  public List<ValueType> types() {
    return List.of(Cidr.TYPE);
  }

  private static Overload contains(
      String function, String id, ValueType other, BiFunction<Cidr, Object, Boolean> body) {
    return member(
        function, id, List.of(Cidr.TYPE, other), BOOL, a -> body.apply((Cidr) a[0], a[1]));
  }

  private static Overload ofCidr(
      String function, String id, ValueType result, Function<Cidr, Object> body) {
    return member(function, id, List.of(Cidr.TYPE), result, a -> body.apply((Cidr) a[0]));
  }
}
