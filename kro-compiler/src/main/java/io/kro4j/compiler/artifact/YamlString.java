package io.kro4j.compiler.artifact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a string stands in YAML: plain where no reader can take it for something else, quoted
 * otherwise, a literal block if it has several lines. What counts is what any of YAML 1.1 and 1.2,
 * go-yaml 2 and 3, and SnakeYAML could read into it.
 */
final class YamlString {
  private static final Set<String> WORDS =
      Set.of("y", "yes", "n", "no", "on", "off", "true", "false", "null", "~", "=", "<<");

  /** Integers in any base, floats, sexagesimal numbers, with or without underscores. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9.][0-9_.,:eE+-]*|0[xXoObB][0-9a-fA-F_]*)");

  private static final Pattern NOT_A_NUMBER = Pattern.compile("[-+]?\\.(?:inf|nan)");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");
  private static final String NUMBER_STARTS = "-+.0123456789";
  private static final String INDICATORS = "?:,[]{}#&*!|>'\"%@`";

  private YamlString() {}

  /** The string as a mapping key: always on one line. */
  static String key(String text) {
    return isPlain(text) && text.indexOf(':') < 0 ? text : quoted(text);
  }

  /**
   * The string as a value.
   *
   * @param indent the column of the mapping or list that the value belongs to
   * @return one line, or a block header and lines, without the final line end
   */
  static String value(String text, int indent) {
    if (isPlain(text)) {
      return text;
    }
    return wantsBlock(text) ? block(text, indent) : quoted(text);
  }

  /** The text as a comment: nothing in it can end the line. */
  static String comment(String text) {
    boolean oneLine = text.codePoints().noneMatch(c -> c == '\n' || needsEscape(c));
    return oneLine ? text : doubleQuoted(text);
  }

  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && isOneLineOfPrintable(text)
        && !isPadded(text)
        && !startsWithIndicator(text)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && !isReadAsOtherType(text);
  }

  private static boolean isOneLineOfPrintable(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '\n' || c == '\t' || needsEscape(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean isPadded(String text) {
    return text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
  }

  private static boolean startsWithIndicator(String text) {
    boolean lonelyDash = text.equals("-") || text.startsWith("- ");
    boolean documentMark = text.startsWith("---") || text.startsWith("...");
    return lonelyDash || documentMark || INDICATORS.indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isReadAsOtherType(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (WORDS.contains(lower)) {
      return true;
    }
    // Most strings begin with a letter, and no number or date does.
    return NUMBER_STARTS.indexOf(text.charAt(0)) >= 0
        && (NUMBER.matcher(text).matches()
            || NOT_A_NUMBER.matcher(lower).matches()
            || DATE.matcher(text).matches());
  }

  /** Several lines, or one that either way of quoting would fill with escapes. */
  private static boolean wantsBlock(String text) {
    boolean severalLines = text.indexOf('\n') >= 0;
    boolean hardToQuote =
        text.indexOf('\'') >= 0 && (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0);
    return (severalLines || hardToQuote)
        && !text.isBlank()
        && !text.endsWith("\n\n")
        && text.codePoints().noneMatch(YamlString::needsEscape);
  }

  private static String block(String text, int indent) {
    boolean endsLine = text.endsWith("\n");
    char first = text.charAt(0);
    // Without the number a reader would take leading blanks for the indentation of the block.
    String depth = first == ' ' || first == '\t' || first == '\n' ? "2" : "";
    StringBuilder block = new StringBuilder("|").append(depth).append(endsLine ? "" : "-");
    String content = endsLine ? text.substring(0, text.length() - 1) : text;
    String margin = "\n" + " ".repeat(indent + 2);
    for (String line : content.split("\n", -1)) {
      block.append(line.isEmpty() ? "\n" : margin + line);
    }
    return block.toString();
  }

  private static String quoted(String text) {
    boolean escapeFree = isOneLineOfPrintable(text) && text.indexOf('\'') < 0;
    boolean doubleNeedsEscapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    return escapeFree && doubleNeedsEscapes ? "'" + text + "'" : doubleQuoted(text);
  }

  private static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendEscaped(out, c));
    return out.append('"').toString();
  }

  private static void appendEscaped(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (needsEscape(c)) {
          out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  /**
   * Whether a character may not stand in YAML as it is, or would be invisible or misleading in a
   * review: controls, NEL, line separators, byte order marks, text direction and zero-width
   * characters, private use, lone surrogates, tags and non-characters. A fixed list, as Java's own
   * tables change from release to release.
   */
  private static boolean needsEscape(int c) {
    if (c < 0xA0) {
      return (c < ' ' && c != '\n' && c != '\t') || c >= 0x7F;
    }
    return c == 0xA0
        || c == 0xAD
        || c == 0x61C
        || c == 0x180E
        || isBetween(c, 0x200B, 0x200F)
        || isBetween(c, 0x2028, 0x202E)
        || isBetween(c, 0x2060, 0x206F)
        || isBetween(c, 0xD800, 0xF8FF)
        || isBetween(c, 0xFDD0, 0xFDEF)
        || c == 0xFEFF
        || isBetween(c, 0xFFF0, 0xFFFF)
        || (c & 0xFFFE) == 0xFFFE
        || c >= 0xE0000;
  }

  private static boolean isBetween(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
