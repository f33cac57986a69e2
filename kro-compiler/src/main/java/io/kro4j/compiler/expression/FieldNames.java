package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.library.ReservedWords;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Property names as CEL identifiers, by the escaping that Kubernetes uses in its own CEL rules:
 * {@code foo-bar} is read as {@code foo__dash__bar}, and a property named like a reserved word as
 * {@code __namespace__}. Expressions may also write the reserved word itself.
 */
public final class FieldNames {
  private static final Map<String, String> ESCAPES =
      Map.of("__", "underscores", ".", "dot", "-", "dash", "/", "slash");
  private static final Map<String, String> UNESCAPES =
      Map.of("underscores", "__", "dot", ".", "dash", "-", "slash", "/");
  private static final Pattern ESCAPABLE = Pattern.compile("[a-zA-Z_./-][a-zA-Z0-9_./-]*");
  private static final Pattern TO_ESCAPE = Pattern.compile("__|[-./]");
  private static final Pattern ESCAPED = Pattern.compile("__[^_]+__");

  private FieldNames() {}

  /** Whether a word is reserved in CEL, so that no variable can have it as its name. */
  public static boolean isReserved(String word) {
    return ReservedWords.contains(word);
  }

  /**
   * A property name as an identifier.
   *
   * @return the identifier, or empty if the name has characters that cannot be escaped
   */
  public static Optional<String> escape(String property) {
    if (isReserved(property)) {
      return Optional.of("__" + property + "__");
    }
    if (isPlain(property)) {
      return Optional.of(property);
    }
    if (isIdentifier(property) && property.indexOf("__") < 0) {
      return Optional.of(property);
    }
    if (!ESCAPABLE.matcher(property).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        TO_ESCAPE.matcher(property).replaceAll(found -> "__" + ESCAPES.get(found.group()) + "__"));
  }

  /** Whether a name needs no escapes: nearly all of them, and objects may have very many. */
  private static boolean isPlain(String property) {
    for (int i = 0; i < property.length(); i++) {
      char c = property.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !property.isEmpty();
  }

  private static boolean isIdentifier(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Tokens.isNamePart(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && !Character.isDigit(text.charAt(0));
  }

  /** Whether expressions may write a property with the given identifier. */
  static boolean isWrittenAs(String property, String identifier) {
    boolean bare = isReserved(property) && property.equals(identifier);
    return bare || escape(property).filter(identifier::equals).isPresent();
  }

  /**
   * The property that an identifier stands for.
   *
   * @return the property name, or empty if the identifier holds an escape that does not exist
   */
  public static Optional<String> unescape(String identifier) {
    if (identifier.indexOf("__") < 0) {
      return Optional.of(identifier);
    }
    Matcher matcher = ESCAPED.matcher(identifier);
    StringBuilder property = new StringBuilder();
    while (matcher.find()) {
      String inner = matcher.group().substring(2, matcher.group().length() - 2);
      boolean whole = matcher.group().length() == identifier.length();
      String plain = isReserved(inner) && whole ? inner : UNESCAPES.get(inner);
      if (plain == null) {
        return Optional.empty();
      }
      matcher.appendReplacement(property, Matcher.quoteReplacement(plain));
    }
    return Optional.of(matcher.appendTail(property).toString());
  }
}
