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
import java.util.function.Function;

/** {@code ip('10.0.0.1')} and what can be asked of it. */
final class IpFunctions implements FunctionLibrary {
  @Override
  public List<Overload> overloads() {
    return List.of(
        ofText("ip", "string_to_ip", IpAddress.TYPE, IpAddress::parse),
        ofText("isIP", "is_ip", BOOL, text -> Parsing.accepts(IpAddress::parse, text)),
        ofText(
            "ip.isCanonical",
            "ip_is_canonical",
            BOOL,
            text -> IpAddress.parse(text).toString().equals(text)),
        ofIp("family", "ip_family", INT, ip -> (long) ip.family()),
        ofIp("isUnspecified", "ip_is_unspecified", BOOL, IpAddress::isUnspecified),
        ofIp("isLoopback", "ip_is_loopback", BOOL, IpAddress::isLoopback),
        ofIp(
            "isLinkLocalMulticast",
            "ip_is_link_local_multicast",
            BOOL,
            IpAddress::isLinkLocalMulticast),
        ofIp("isLinkLocalUnicast", "ip_is_link_local_unicast", BOOL, IpAddress::isLinkLocalUnicast),
        ofIp("isGlobalUnicast", "ip_is_global_unicast", BOOL, IpAddress::isGlobalUnicast),
        global("string", "ip_to_string", List.of(IpAddress.TYPE), STRING, a -> a[0].toString()));
  }

  @Override
  public List<ValueType> types() {
    return List.of(IpAddress.TYPE);
  }

  private static Overload ofText(
      String function, String id, ValueType result, Function<String, Object> body) {
    return global(function, id, List.of(STRING), result, a -> body.apply((String) a[0]));
  }

  private static Overload ofIp(
      String function, String id, ValueType result, Function<IpAddress, Object> body) {
    return member(function, id, List.of(IpAddress.TYPE), result, a -> body.apply((IpAddress) a[0]));
  }
}
