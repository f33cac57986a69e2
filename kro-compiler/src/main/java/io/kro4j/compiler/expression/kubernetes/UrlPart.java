package io.kro4j.compiler.expression.kubernetes;

import io.kro4j.compiler.expression.library.FunctionFailure;
import java.util.HexFormat;

/**
 * The parts of a URL, which differ in the characters they must escape. The rules are those of Go's
 * {@code net/url}; texts hold one character for each byte.
 */
enum UrlPart {
  /** The path. */
  PATH("$&+,/:;=@"),
  /** Host and port. */
  HOST("!$&'()*+,;=:[]<>\""),
  /** The zone of an IPv6 host. */
  ZONE("!$&'()*+,;=:[]<>\""),
  /** A user's name or password. */
  USER("$&+,;="),
  /** A key or a value of the query. */
  QUERY(""),
  /** What follows {@code #}. */
  FRAGMENT("$&+,/:;=?@!()*");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED = "-_.~";
  private static final String LEFT_ALONE = "!$&'()*+,;=:@[]%";

  private final String allowed;

  UrlPart(String allowed) {
    this.allowed = allowed;
  }

  /** The part with every character escaped that must be. */
  String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (mustEscape(c)) {
        escaped.append('%').append(HEX.toHexDigits((byte) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /**
   * The part with its escapes resolved.
   *
   * @throws FunctionFailure when an escape is malformed, or this part may not hold the character it
   *     stands for
   */
  String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        plain.append(unescaped(text, i));
        i += 2;
      } else {
        requirePlain(c);
        plain.append(this == QUERY && c == '+' ? ' ' : c);
      }
    }
    return plain.toString();
  }

  /** Whether {@code text} can have been escaped for this part, if not as this class does it. */
  boolean isEscaped(String text) {
    return text.chars().noneMatch(c -> mustEscape((char) c) && LEFT_ALONE.indexOf(c) < 0);
  }

  private char unescaped(String text, int at) {
    String escape = text.substring(at, Math.min(at + 3, text.length()));
    if (!escape.matches("%[0-9a-fA-F]{2}")) {
      throw FunctionFailure.invalid("invalid URL escape `" + escape + "`");
    }
    char c = (char) HexFormat.fromHexDigits(escape, 1, 3);
    // RFC 6874 lets a host escape the percent sign before a zone, and no other ASCII character.
    boolean percent = c == '%';
    boolean refused =
        switch (this) {
          case HOST -> c < 0x80 && !percent;
          case ZONE -> c != ' ' && !percent && mustEscape(c);
          default -> false;
        };
    if (refused) {
      throw FunctionFailure.invalid("the host of a URL must not escape `" + escape + "`");
    }
    return c;
  }

  private void requirePlain(char c) {
    if ((this == HOST || this == ZONE) && c < 0x80 && mustEscape(c)) {
      throw FunctionFailure.invalid("the host of a URL must not hold `" + c + "`");
    }
  }

  private boolean mustEscape(char c) {
    boolean alphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
    return !alphanumeric && UNRESERVED.indexOf(c) < 0 && allowed.indexOf(c) < 0;
  }
}
