package io.kro4j.compiler.artifact;

import java.util.regex.Pattern;

/**
 * How literals and expressions share the strings of a template.
 *
 * <ul>
 *   <li>{@code ${…}} is the expression of that text in the owner's table: everything between the
 *       first two characters and the last one, whatever it holds.
 *   <li>{@code $2{…}} is the second expression of that text, if two differ in type or reads.
 *   <li>{@code $null} is the literal null, which some tools would drop.
 *   <li>One more {@code $} in front makes a literal of such a string: {@code $${HOME}} is the
 *       literal {@code ${HOME}}.
 *   <li>Every other string is literal as it stands.
 * </ul>
 *
 * <p>Only the beginning of a string decides, so nothing is searched for delimiters when a graph is
 * read, and {@code a ${b}} is literal.
 */
final class TemplateText {
  /** The literal null. */
  static final String NULL = "$null";

  private static final Pattern SPECIAL =
      Pattern.compile("\\$+(?:[0-9]*\\{.*|null)", Pattern.DOTALL);

  private TemplateText() {}

  /** Whether a string of a template is anything but a literal as it stands. */
  static boolean isSpecial(String text) {
    return SPECIAL.matcher(text).matches();
  }

  /** The string of a template that stands for a literal string. */
  static String ofLiteral(String literal) {
    return isSpecial(literal) ? "$" + literal : literal;
  }

  /** Whether a special string is an escaped literal. */
  static boolean isEscaped(String special) {
    return special.startsWith("$$");
  }

  /** The literal of an escaped string. */
  static String unescape(String escaped) {
    return escaped.substring(1);
  }

  /**
   * The string of a template that stands for an expression.
   *
   * @param text the CEL text
   * @param ordinal which of the table's expressions with this text, from 1
   */
  static String ofExpression(String text, int ordinal) {
    return (ordinal == 1 ? "${" : "$" + ordinal + "{") + text + "}";
  }
}
