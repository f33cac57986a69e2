package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.LibraryValue;
import io.kro4j.compiler.expression.library.ValueType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute URL or an absolute path, as Go's {@code net/url} has it: {@code url("//a/b")} is a
 * path, but has the host {@code a}, because Kubernetes checks with one function and reads with
 * another.
 */
final class ParsedUrl extends LibraryValue {
  /** The type that expressions see. */
  static final ValueType TYPE = ValueType.opaque("kubernetes.URL", ParsedUrl.class);

  /** URLs are rules about bytes: in the parts, each character stands for one. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final Pattern HOST_AND_PORT = Pattern.compile("(.*):([0-9]*)", Pattern.DOTALL);
  private static final int MAX_PARAMETERS = 10_000;

  private final UrlParts parts;

  private ParsedUrl(UrlParts parts) {
    super(TYPE.type().name());
    this.parts = parts;
  }

  /**
   * Reads a URL.
   *
   * @throws FunctionFailure when {@code text} is none
   */
  static ParsedUrl parse(String text) {
    requireAbsolute(text);
    return new ParsedUrl(UrlParser.parse(toBytes(text)));
  }

  /**
   * Checks that {@code text} is an absolute URL or path, where a fragment counts as a part of what
   * it follows.
   *
   * @throws FunctionFailure when it is neither
   */
  static void requireAbsolute(String text) {
    UrlParser.requireAbsolute(toBytes(text));
  }

  /** The scheme in lower case, or an empty text. */
  String scheme() {
    return parts.scheme();
  }

  /** Host and port, IPv6 addresses in brackets. */
  String host() {
    return fromBytes(parts.host());
  }

  /** The host without port and brackets. */
  String hostname() {
    String host = parts.host();
    Matcher withPort = HOST_AND_PORT.matcher(host);
    String name = withPort.matches() ? withPort.group(1) : host;
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    return fromBytes(bracketed ? name.substring(1, name.length() - 1) : name);
  }

  /** The digits of the port, or an empty text. */
  String port() {
    Matcher withPort = HOST_AND_PORT.matcher(parts.host());
    return withPort.matches() ? withPort.group(2) : "";
  }

  /** The path, escaped. */
  String escapedPath() {
    return fromBytes(parts.path());
  }

  /**
   * The values of each parameter of the query, in the order they are written. Parameters with a
   * malformed escape or a semicolon are left out, and so are all when there are over 10,000.
   */
  Map<String, List<String>> query() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String[] parameters = parts.query().split("&", -1);
    for (String parameter : parameters.length > MAX_PARAMETERS ? new String[0] : parameters) {
      if (!parameter.isEmpty() && parameter.indexOf(';') < 0) {
        addTo(values, parameter.split("=", 2));
      }
    }
    return values;
  }

  private static void addTo(Map<String, List<String>> values, String[] parameter) {
    try {
      String key = fromBytes(UrlPart.QUERY.unescape(parameter[0]));
      String value = fromBytes(UrlPart.QUERY.unescape(parameter.length > 1 ? parameter[1] : ""));
      values.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    } catch (FunctionFailure malformedEscape) {
      // Go leaves such a parameter out.
    }
  }

  private static String toBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), BYTES);
  }

  private static String fromBytes(String bytes) {
    return new String(bytes.getBytes(BYTES), StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParsedUrl that && parts.text().equals(that.parts.text());
  }

  @Override
  public int hashCode() {
    return parts.text().hashCode();
  }

  @Override
  public String toString() {
    return fromBytes(parts.text());
  }
}
