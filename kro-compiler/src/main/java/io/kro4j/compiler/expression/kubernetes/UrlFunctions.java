package io.kro4j.compiler.expression.kubernetes;

import static io.kro4j.compiler.expression.library.Overload.global;
import static io.kro4j.compiler.expression.library.Overload.member;
import static io.kro4j.compiler.expression.library.ValueType.BOOL;
import static io.kro4j.compiler.expression.library.ValueType.STRING;

import io.kro4j.compiler.expression.library.FunctionLibrary;
import io.kro4j.compiler.expression.library.Overload;
import io.kro4j.compiler.expression.library.ValueType;
import java.util.List;
import java.util.function.Function;

/** {@code url('https://example.com/')} and its parts. */
final class UrlFunctions implements FunctionLibrary {
  @Override
  public List<Overload> overloads() {
    return List.of(
        global(
            "url",
            "string_to_url",
            List.of(STRING),
            ParsedUrl.TYPE,
            a -> ParsedUrl.parse((String) a[0])),
        global(
            "isURL",
            "is_url_string",
            List.of(STRING),
            BOOL,
            a -> Parsing.accepts(ParsedUrl::requireAbsolute, a[0])),
        part("getScheme", "url_get_scheme", STRING, ParsedUrl::scheme),
        part("getHost", "url_get_host", STRING, ParsedUrl::host),
        part("getHostname", "url_get_hostname", STRING, ParsedUrl::hostname),
        part("getPort", "url_get_port", STRING, ParsedUrl::port),
        part("getEscapedPath", "url_get_escaped_path", STRING, ParsedUrl::escapedPath),
        part(
            "getQuery",
            "url_get_query",
            ValueType.mapOf(STRING, ValueType.listOf(STRING)),
            ParsedUrl::query));
  }

  private static Overload part(
      String function, String id, ValueType result, Function<ParsedUrl, Object> part) {
    return member(function, id, List.of(ParsedUrl.TYPE), result, a -> part.apply((ParsedUrl) a[0]));
  }
}
