package io.kro4j.compiler.expression;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.ScannedString.Part;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds the expressions of a string: from a dollar sign and a brace to the brace that closes it.
 *
 * <p>Braces inside string literals of the expression do not count. There is no escape: {@code
 * \${a}} still holds the expression {@code a}; {@code ${"${a}"}} is how to write the text {@code
 * ${a}}. What never closes is not an expression but text.
 */
public final class ExpressionScanner {
  private static final String OPEN = "${";

  /** Behind each that does not close the whole rest of the string is searched. */
  private static final int MOST_UNTERMINATED = 100;

  private ExpressionScanner() {}

  /**
   * Splits a string.
   *
   * @param string a string as decoded from YAML
   * @return the split string, with a warning for each expression that never closes; no value if an
   *     expression stands inside another, or too many never close
   */
  public static Checked<ScannedString> scan(MappedText string) {
    String text = string.value();
    Diagnostics diagnostics = new Diagnostics();
    List<Part> parts = new ArrayList<>();
    int literalStart = 0;
    int from = text.indexOf(OPEN);
    while (from >= 0) {
      ClosingBrace closing = new ClosingBrace(text, from + OPEN.length());
      OptionalInt end = closing.find();
      if (closing.nestedAt().isPresent()) {
        return nested(string, closing.nestedAt().getAsInt());
      }
      if (end.isPresent()) {
        addLiteral(parts, string, literalStart, from);
        parts.add(expression(string, from, end.getAsInt()));
        literalStart = end.getAsInt() + 1;
        from = text.indexOf(OPEN, literalStart);
      } else if (diagnostics.list().size() == MOST_UNTERMINATED) {
        return Checked.failed(tooManyUnterminated(string, from));
      } else {
        diagnostics.add(unterminated(string, from));
        from = text.indexOf(OPEN, from + 1);
      }
    }
    addLiteral(parts, string, literalStart, text.length());
    return Checked.of(split(string, parts), diagnostics.list());
  }

  private static ScannedString split(MappedText whole, List<Part> parts) {
    if (parts.size() == 1 && parts.get(0) instanceof Part.Expression only) {
      return new ScannedString.Standalone(whole, only.text());
    }
    boolean plain = parts.stream().noneMatch(Part.Expression.class::isInstance);
    return plain ? new ScannedString.Plain(whole) : new ScannedString.Mixed(whole, parts);
  }

  private static void addLiteral(List<Part> parts, MappedText string, int from, int to) {
    if (from < to) {
      parts.add(new Part.Literal(string.slice(from, to)));
    }
  }

  private static Part expression(MappedText string, int open, int close) {
    return new Part.Expression(
        string.slice(open + OPEN.length(), close), string.slice(open, close + 1));
  }

  private static Checked<ScannedString> nested(MappedText string, int at) {
    return Checked.failed(
        Diagnostic.of(
                DiagnosticId.EXPRESSION_NESTED,
                string.span(at, at + OPEN.length()),
                "an expression cannot stand inside another expression")
            .withHelp(
                "inside an expression, names are written without `${` and `}`; to produce the text"
                    + " itself, write it as a string: `${\"${name}\"}`"));
  }

  private static Diagnostic tooManyUnterminated(MappedText string, int at) {
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_TOO_COMPLEX,
            string.span(at, at + OPEN.length()),
            "more than " + MOST_UNTERMINATED + " `${` of this string have no closing `}`")
        .withHelp("close them, or write `${\"${\"}` for each that is meant as text");
  }

  private static Diagnostic unterminated(MappedText string, int at) {
    return Diagnostic.of(
            DiagnosticId.EXPRESSION_UNTERMINATED,
            string.span(at, at + OPEN.length()),
            "this `${` has no closing `}`, so it is text and not an expression")
        .withHelp(
            isCutShort(string.span())
                ? "` #` begins a YAML comment here: put the value in quotes"
                : "add the closing `}`, or write `${\"${\"}` if the text is meant");
  }

  /** Whether YAML took the rest of the line for a comment. */
  private static boolean isCutShort(Span string) {
    String text = string.file().text();
    int at = string.end();
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at > string.end() && at < text.length() && text.charAt(at) == '#';
  }
}
