package io.kro4j.compiler.expression;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Looks for the brace that closes an expression, past the string literals in it.
 *
 * <p>Upstream knows double quotes only. All of CEL's string syntax is understood here: single,
 * double and triple quotes, and raw strings. Wherever upstream finds an expression that parses, the
 * same one is found; what differs is text that upstream cuts short or never closes, such as a
 * single-quoted brace. For that reason comments are read as upstream reads them, braces and double
 * quotes included, and a single quote that does not pair up on its line is an ordinary character.
 */
final class ClosingBrace {
  private final String text;

  /** Where searches for a quote went through in vain: one that comes there again fails too. */
  private final Map<String, BitSet> inVain = new HashMap<>();

  private int at;
  private int depth = 1;
  private boolean inComment;
  private OptionalInt nestedAt = OptionalInt.empty();

  /**
   * A search.
   *
   * @param text the whole string
   * @param from the first character of the expression
   */
  ClosingBrace(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** The index of the closing brace; empty if there is none or a nested expression comes first. */
  OptionalInt find() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || (c == '\'' && !inComment)) {
        skipString(c);
        continue;
      }
      if (c == '}' && --depth == 0) {
        return OptionalInt.of(at);
      }
      if (c == '{') {
        depth++;
      } else if (opensAnother()) {
        nestedAt = OptionalInt.of(at);
        return OptionalInt.empty();
      } else if (c == '\n' || text.startsWith("//", at)) {
        inComment = c != '\n';
      }
      at++;
    }
    return OptionalInt.empty();
  }

  /** Where an expression was opened inside this one. */
  OptionalInt nestedAt() {
    return nestedAt;
  }

  private boolean opensAnother() {
    return text.startsWith("${", at) && text.charAt(at - 1) != '"';
  }

  private void skipString(char quote) {
    int start = at;
    String triple = String.valueOf(quote).repeat(3);
    boolean raw = !inComment && isRaw();
    int end = -1;
    if (!inComment && text.startsWith(triple, at)) {
      end = closingQuote(triple, raw, at + triple.length());
    }
    if (end < 0) {
      end = closingQuote(String.valueOf(quote), raw, at + 1);
    }
    if (end < 0) {
      end = quote == '"' ? text.length() : at + 1;
    }
    at = end;
    inComment = inComment && text.substring(start, end).indexOf('\n') < 0;
  }

  /** The index after the closing quote, or -1. */
  private int closingQuote(String quote, boolean raw, int from) {
    BitSet passed = inVain.computeIfAbsent(raw ? "r" + quote : quote, key -> new BitSet());
    int i = from;
    while (i < text.length() && !passed.get(i) && !endsLine(i, quote)) {
      if (text.startsWith(quote, i)) {
        return i + quote.length();
      }
      i = next(i, raw);
    }
    for (int seen = from; seen < i; seen = next(seen, raw)) {
      passed.set(seen);
    }
    return -1;
  }

  private boolean endsLine(int i, String quote) {
    return text.charAt(i) == '\n' && quote.equals("'");
  }

  private int next(int i, boolean raw) {
    return i + (text.charAt(i) == '\\' && !raw ? 2 : 1);
  }

  /** Whether the quote follows the prefix of a raw string: {@code r} or {@code br}. */
  private boolean isRaw() {
    if ((text.charAt(at - 1) | 0x20) != 'r') {
      return false;
    }
    int before = (text.charAt(at - 2) | 0x20) == 'b' ? at - 3 : at - 2;
    return !Character.isJavaIdentifierPart(text.charAt(before)) || text.charAt(before) == '$';
  }
}
