package io.kro4j.compiler.expression;

import dev.cel.common.CelIssue;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the parser's messages into plain words, each at its token. */
final class SyntaxErrors {
  private static final String END = "<EOF>";
  private static final Pattern EXPECTING =
      Pattern.compile("(?s)(?:mismatched|extraneous) input '(.*)' expecting (.*)");
  private static final Pattern MISSING = Pattern.compile("(?s)missing '(.*)' at '(.*)'");
  private static final Pattern RECOGNITION =
      Pattern.compile("(?s)token recognition error at: '(.*)'");
  private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");
  private static final Pattern TOO_LARGE = Pattern.compile("(?s).*(recursion|size|count).*limit.*");

  /** In the digits of the user's country, as cel-java formats its messages for that. */
  private static final Pattern LIMIT =
      Pattern.compile("\\d+(?=\\D*$)", Pattern.UNICODE_CHARACTER_CLASS);

  /** Operators of other languages, and CEL's. */
  private static final Map<String, String> OPERATORS =
      Map.of("=", "==", "&", "&&", "|", "||", "and", "&&", "or", "||");

  /** Words of other languages, and what CEL has instead. */
  private static final Map<String, String> WORDS =
      Map.of(
          "if", "CEL has no `if`: write `condition ? a : b`",
          "??", "for a value that may be missing, write `object.?field.orValue(...)`");

  private SyntaxErrors() {}

  /** What the parser says after it has lost its way, and twice about one place, is left out. */
  static List<Diagnostic> explain(Collection<CelIssue> issues, MappedText source) {
    Map<Integer, Diagnostic> byPlace = new LinkedHashMap<>();
    boolean lost = false;
    for (CelIssue issue : issues) {
      if (!lost) {
        add(issue, source, byPlace);
      }
      lost = RECOGNITION.matcher(issue.getMessage()).matches();
    }
    return List.copyOf(byPlace.values());
  }

  private static void add(CelIssue issue, MappedText source, Map<Integer, Diagnostic> byPlace) {
    int offset = SyntaxPlaces.offset(source.value(), issue.getSourceLocation());
    boolean atEnd = offset >= source.value().length();
    if (!atEnd || byPlace.isEmpty()) {
      byPlace.putIfAbsent(offset, explain(issue.getMessage(), source, offset));
    }
  }

  private static Diagnostic explain(String message, MappedText source, int offset) {
    if (TOO_LARGE.matcher(message).matches()) {
      return Diagnostic.of(DiagnosticId.EXPRESSION_TOO_COMPLEX, source.span(), tooLarge(message));
    }
    Span token = SyntaxPlaces.tokenAt(source, offset);
    String text = source.value().substring(offset, Tokens.end(source.value(), offset));
    if (text.equals(")") && !token.text().equals(text)) {
      // The parenthesis is ours: it closes the part of a mixed string.
      text = "";
    }
    if (text.equals("?") && source.value().substring(0, offset + 1).endsWith("??")) {
      text = "??";
    }
    boolean condition = message.startsWith("runtime.newCondition: ");
    DiagnosticId id = condition ? DiagnosticId.STATUS_CONDITIONS : DiagnosticId.EXPRESSION_SYNTAX;
    Diagnostic diagnostic = Diagnostic.of(id, token, words(message, text));
    return diagnostic.withHelp(help(message, text));
  }

  private static String tooLarge(String message) {
    Matcher limit = LIMIT.matcher(message);
    String number = limit.find() ? Integer.toString(Integer.parseInt(limit.group())) : "";
    return message.contains("recursion")
        ? "the expression nests more than " + number + " levels deep"
        : "the expression is longer than " + number + " characters";
  }

  private static String words(String message, String token) {
    boolean atEnd = token.isEmpty();
    Matcher expecting = EXPECTING.matcher(message);
    if (expecting.matches()) {
      return unexpected(token, expecting.group(1)) + wanted(expecting.group(2));
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return "`"
          + missing.group(1)
          + "` is missing "
          + (atEnd ? "at the end" : "before `" + token + "`");
    }
    Matcher recognition = RECOGNITION.matcher(message);
    if (recognition.matches()) {
      return unrecognised(recognition.group(1));
    }
    if (message.startsWith("no viable alternative")) {
      return unexpected(token, token);
    }
    if (message.startsWith("For input string")) {
      return "this number is too large";
    }
    if (message.equals("The argument must be a simple name")) {
      return "this must be a name";
    }
    if (message.equals("the variable of cel.bind() must be a simple identifier")) {
      return "the first argument of `cel.bind` must be a name";
    }
    if (message.equals("invalid argument to has() macro")) {
      return "`has` needs a field, as in `has(x.y)`";
    }
    Matcher reserved = RESERVED.matcher(message);
    return reserved.matches()
        ? "`" + reserved.group(1) + "` is a reserved word and cannot be a name"
        : message;
  }

  private static String unexpected(String token, String input) {
    return token.isEmpty() || input.equals(END)
        ? "the expression ends too early"
        : "unexpected `" + token + "`";
  }

  /** Names what was wanted only if it is one thing: the long lists help nobody. */
  private static String wanted(String expected) {
    if (expected.startsWith("{") || expected.equals(END)) {
      return "";
    }
    String plain = expected.equals("IDENTIFIER") ? "a name" : expected.replace('\'', '`');
    return ", expected " + plain;
  }

  private static String unrecognised(String text) {
    return text.startsWith("\"") || text.startsWith("'")
        ? "this string is not closed, or has an escape that CEL does not know"
        : "unexpected `" + text.strip() + "`";
  }

  private static Optional<String> help(String message, String token) {
    if (OPERATORS.containsKey(token)) {
      return Optional.of("write `" + OPERATORS.get(token) + "`");
    }
    if (message.equals("The argument must be a simple name")) {
      return Optional.of("the first argument names a variable, as in `list.map(item, item.name)`");
    }
    boolean field = message.equals("no viable alternative at input '." + token + "'");
    return field && FieldNames.isReserved(token)
        ? Optional.of("a field named like a reserved word is written `__" + token + "__`")
        : Optional.ofNullable(WORDS.get(token));
  }
}
