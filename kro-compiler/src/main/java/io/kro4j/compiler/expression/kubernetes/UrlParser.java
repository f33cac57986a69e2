package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a URL as Go's {@code net/url} does, where {@code request} means {@code ParseRequestURI}: an
 * absolute URI or an absolute path, and no fragment.
 */
final class UrlParser {
  private static final Pattern SCHEME =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(.*)", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._:~!$&'()*+,;=%@-]*");
  private static final Pattern OPTIONAL_PORT = Pattern.compile("(:[0-9]*)?");

  private final boolean request;

  private UrlParser(boolean request) {
    this.request = request;
  }

  /**
   * Checks that {@code text}, one character for each byte, is an absolute URI or path.
   *
   * @throws FunctionFailure when it is not
   */
  static void requireAbsolute(String text) {
    new UrlParser(true).parts(text, "");
  }

  /**
   * Reads a URL, one character for each byte, which may have a fragment.
   *
   * @throws FunctionFailure when it is none
   */
  static UrlParts parse(String text) {
    String[] halves = text.split("#", 2);
    return new UrlParser(false).parts(halves[0], halves.length > 1 ? halves[1] : "");
  }

  private UrlParts parts(String text, String fragment) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw FunctionFailure.invalid("a URL must not hold control characters");
    }
    if (text.isEmpty() && request) {
      throw FunctionFailure.invalid("a URL cannot be empty");
    }
    UrlParts parts = text.equals("*") ? UrlParts.EMPTY.withPath("*") : withoutFragment(text);
    return parts.withFragment(fragment);
  }

  private UrlParts withoutFragment(String text) {
    if (text.startsWith(":")) {
      throw FunctionFailure.invalid("a URL must not begin with `:`");
    }
    Matcher scheme = SCHEME.matcher(text);
    boolean absolute = scheme.matches();
    String[] halves = (absolute ? scheme.group(2) : text).split("\\?", 2);
    UrlParts start =
        UrlParts.EMPTY
            .withScheme(absolute ? scheme.group(1).toLowerCase(Locale.ROOT) : "")
            .withQuery(halves.length > 1, halves.length > 1 ? halves[1] : "");
    String rest = halves[0];
    if (absolute && !rest.startsWith("/")) {
      return start.withOpaque(rest);
    }
    requireRooted(rest);
    if (rest.startsWith("//") && (absolute || (!request && !rest.startsWith("///")))) {
      int slash = rest.indexOf('/', 2);
      String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
      return withAuthority(start, authority).withPath(slash < 0 ? "" : rest.substring(slash));
    }
    return start.withHostOmitted(absolute).withPath(rest);
  }

  private void requireRooted(String rest) {
    if (rest.startsWith("/")) {
      return;
    }
    if (request) {
      throw FunctionFailure.invalid("a URL must be an absolute URI or an absolute path");
    }
    if (rest.split("/", 2)[0].indexOf(':') >= 0) {
      throw FunctionFailure.invalid("the first segment of a path must not hold `:`");
    }
  }

  private static UrlParts withAuthority(UrlParts parts, String authority) {
    int at = authority.lastIndexOf('@');
    UrlParts withHost = parts.withHost(host(parts.scheme(), authority.substring(at + 1)));
    return at < 0 ? withHost : withHost.withUser(user(authority.substring(0, at)));
  }

  private static String user(String text) {
    if (!USER.matcher(text).matches()) {
      throw FunctionFailure.invalid("malformed user in a URL");
    }
    String[] halves = text.split(":", 2);
    String name = UrlPart.USER.escape(UrlPart.USER.unescape(halves[0]));
    return halves.length < 2
        ? name
        : name + ":" + UrlPart.USER.escape(UrlPart.USER.unescape(halves[1]));
  }

  private static String host(String scheme, String text) {
    int bracket = text.lastIndexOf('[');
    if (bracket > 0) {
      throw FunctionFailure.invalid("`[` inside the host of a URL");
    }
    if (bracket == 0) {
      return ipv6Host(text);
    }
    // Lists of hosts with ports are common, but not in HTTP.
    boolean strict = scheme.equals("http") || scheme.equals("https");
    int colon = strict ? text.indexOf(':') : text.lastIndexOf(':');
    requirePort(colon < 0 ? "" : text.substring(colon));
    return UrlPart.HOST.unescape(text);
  }

  private static String ipv6Host(String text) {
    int bracket = text.lastIndexOf(']');
    if (bracket < 0) {
      throw FunctionFailure.invalid("`]` is missing from the host of a URL");
    }
    String port = text.substring(bracket + 1);
    requirePort(port);
    String name = text.substring(1, bracket);
    int zone = name.indexOf("%25");
    String host =
        zone < 0
            ? UrlPart.HOST.unescape(name)
            : UrlPart.HOST.unescape(name.substring(0, zone))
                + UrlPart.ZONE.unescape(name.substring(zone));
    requireIpv6(host);
    return "[" + host + "]" + UrlPart.HOST.unescape(port);
  }

  private static void requireIpv6(String host) {
    String[] halves = host.split("%", 2);
    boolean emptyZone = halves.length > 1 && halves[1].isEmpty();
    if (halves[0].indexOf(':') < 0 || emptyZone || IpAddressParser.parse(halves[0]).isEmpty()) {
      throw FunctionFailure.invalid("`" + host + "` is not an IPv6 address");
    }
  }

  private static void requirePort(String text) {
    if (!OPTIONAL_PORT.matcher(text).matches()) {
      throw FunctionFailure.invalid("`" + text + "` is not a port");
    }
  }
}
