package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Puts the library's syntax errors into words that an author of YAML knows. */
final class SyntaxErrors {
  /** The library gives no codes, only texts; what is not listed is shown as the library says it. */
  private static final List<Wording> WORDINGS =
      List.of(
          new Wording(
              "mapping values are not allowed",
              "a `:` may not stand here",
              "put a value that holds `: ` in quotes, and check the indentation"),
          new Wording("'\\t(TAB)'", "a tab may not stand here", "YAML is indented with spaces"),
          new Wording(
              "could not find expected ':'",
              "this key has no `:`",
              "write `key: value`; check the indentation and the quotes above"),
          new Wording(
              "expected <block end>",
              "this line does not fit the lines above",
              "check the indentation, and quotes that close too early"),
          new Wording(
              "expected ',' or '}'",
              "a `,` or `}` is missing",
              "put a value that holds `{`, `}` or `,` in quotes"),
          new Wording(
              "expected ',' or ']'",
              "a `,` or `]` is missing",
              "put a value that holds `[`, `]` or `,` in quotes"),
          new Wording(
              "sequence entries are not allowed",
              "a list item may not stand here",
              "begin the list on a line of its own"),
          new Wording("'@'", "a value may not begin with `@`", "put it in quotes"),
          new Wording("'`'", "a value may not begin with a back tick", "put it in quotes"),
          new Wording("'%'", "a value may not begin with `%`", "put it in quotes"),
          new Wording(
              "expected the node content",
              "a value is missing here",
              "close what is opened above with `[`, `{` or quotes"),
          new Wording(
              "unexpected character found",
              "`&` and `*` need a name",
              "put a value that begins with `&` or `*` in quotes"),
          new Wording(
              "found unknown escape character",
              "this escape is not known",
              "write `\\\\` for a backslash, or use single quotes"));

  /** What is said when the file, or the document, ends inside quotes or brackets. */
  private static final Pattern UNCLOSED =
      Pattern.compile("unexpected (end of stream|document separator)|got <stream end>");

  private SyntaxErrors() {}

  private record Wording(
      String part, String message, @org.jspecify.annotations.Nullable String help) {}

  /** The diagnostic for an error of the library. */
  static Diagnostic diagnostic(YAMLException error, EventReader events, SourceFile file) {
    if (!(error instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
      return Diagnostic.of(
          DiagnosticId.YAML_SYNTAX,
          new Span(file, 0, 0),
          "the file is not YAML: " + error.getMessage());
    }
    Span place = character(file, events.offset(marked.getProblemMark()));
    Mark context = marked.getContextMark();
    Span from = context == null ? place : character(file, events.offset(context));
    int to = place.start() + lineFrom(place).length();
    return HelmTemplate.in(file, from.start() - lineBefore(from).length(), to)
        .orElseGet(() -> worded(marked, place, events, file));
  }

  private static Diagnostic worded(
      MarkedYAMLException marked, Span place, EventReader events, SourceFile file) {
    String problem = String.valueOf(marked.getProblem());
    if (marked.getContextMark() != null && UNCLOSED.matcher(problem).find()) {
      return unclosed(character(file, events.offset(marked.getContextMark())));
    }
    if (problem.contains("expected <block end>") && isBehindBrackets(place)) {
      return behindBrackets(place);
    }
    Diagnostic found =
        WORDINGS.stream()
            .filter(wording -> problem.contains(wording.part()))
            .findFirst()
            .map(
                wording ->
                    Diagnostic.of(DiagnosticId.YAML_SYNTAX, place, wording.message())
                        .withHelp(Optional.ofNullable(wording.help())))
            .orElseGet(() -> Diagnostic.of(DiagnosticId.YAML_SYNTAX, place, problem));
    boolean colon = problem.contains("mapping values are not allowed");
    return colon && isInExpression(place)
        ? found.withHelp("put the value in quotes, so that YAML does not read the `: ` in it")
        : withContext(found, marked, events, file);
  }

  /**
   * Whether a list or object in brackets, such as {@code []}, ends on the line before the place.
   */
  private static boolean isBehindBrackets(Span place) {
    String before = lineBefore(place).stripTrailing();
    return before.endsWith("]") || before.endsWith("}");
  }

  private static Diagnostic behindBrackets(Span place) {
    String before = lineBefore(place);
    boolean list = before.stripTrailing().endsWith("]");
    int opening = before.lastIndexOf(list ? '[' : '{');
    String value = (before.substring(Math.max(0, opening)) + lineFrom(place)).strip();
    String quote = value.contains("\"") ? "'" : "\"";
    return Diagnostic.of(
            DiagnosticId.YAML_SYNTAX,
            place,
            list
                ? "what begins with `[` is a list for YAML, and ends with `]`"
                : "what begins with `{` is an object for YAML, and ends with `}`")
        .withHelp("put the whole value in quotes: `" + quote + value + quote + "`");
  }

  private static String lineFrom(Span place) {
    String text = place.file().text();
    int end = place.start();
    while (end < text.length() && !LineBreaks.isBreak(text.charAt(end))) {
      end++;
    }
    return text.substring(place.start(), end);
  }

  private static String lineBefore(Span place) {
    SourceFile file = place.file();
    int lineStart = file.lineStart(place.startPosition().line());
    return file.text().substring(lineStart, place.start());
  }

  private static boolean isInExpression(Span place) {
    return lineBefore(place).contains("${");
  }

  /** Says where something begins that the file never ends: its end is the place of no mistake. */
  private static Diagnostic unclosed(Span opening) {
    return Diagnostic.of(
        DiagnosticId.YAML_SYNTAX, opening, "this `" + opening.text() + "` is never closed");
  }

  /** Where the part began in which the error was found, if that is on another line. */
  private static Diagnostic withContext(
      Diagnostic found, MarkedYAMLException error, EventReader events, SourceFile file) {
    Mark context = error.getContextMark();
    Mark problem = error.getProblemMark();
    if (context == null || problem == null || context.getLine() == problem.getLine()) {
      return found;
    }
    return found.withRelated("in what begins here", character(file, events.offset(context)));
  }

  private static Span character(SourceFile file, int offset) {
    boolean inside =
        offset < file.text().length() && !LineBreaks.isBreak(file.text().charAt(offset));
    return new Span(file, offset, inside ? offset + 1 : offset);
  }
}
