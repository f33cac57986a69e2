package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits what stands behind the {@code |} of a field into markers, exactly where upstream splits.
 *
 * <p>White space ends a value, and nothing else does; white space before the {@code =} is dropped,
 * so that a stray word melts into the next name. Only {@code "} quotes, and quotes may open in the
 * middle of a value. {@code [} and <code>{</code> open one common count of brackets, inside which
 * white space does not separate. The last thing must be a marker: even a blank after it is refused.
 *
 * <p>Example: {@code default="a b" enum=[1, 2]} is {@code default} = {@code a b} and {@code enum} =
 * {@code [1, 2]}.
 */
final class MarkerLexer {
  private final MappedText text;
  private final String chars;
  private final Diagnostics diagnostics;
  private final List<Marker> markers = new ArrayList<>();

  /** The characters of the name so far, as indices: dropped white space leaves gaps. */
  private final List<Integer> name = new ArrayList<>();

  /** Where the value being read starts, or -1 while a name is read. */
  private int valueStart = -1;

  private Optional<MarkerName> marker = Optional.empty();
  private int nameStart;
  private int quote = -1;
  private int bracket = -1;
  private int brackets;
  private boolean escaped;

  private MarkerLexer(MappedText text, Diagnostics diagnostics) {
    this.text = text;
    this.chars = text.value();
    this.diagnostics = diagnostics;
  }

  /**
   * The markers in the order they are written; what is malformed is reported and left out.
   *
   * @param text everything after the first {@code |}
   */
  static List<Marker> lex(MappedText text, Diagnostics diagnostics) {
    MarkerLexer lexer = new MarkerLexer(text, diagnostics);
    lexer.run();
    return List.copyOf(lexer.markers);
  }

  private void run() {
    for (int i = 0; i < chars.length(); i++) {
      if (!accept(i)) {
        return;
      }
    }
    finish();
  }

  /** Takes one character; false if nothing sensible can follow. */
  private boolean accept(int i) {
    char c = chars.charAt(i);
    boolean plain = quote < 0 && brackets == 0;
    if (c == '=' && valueStart < 0 && plain) {
      return startValue(i);
    }
    if (c == '"' && !escaped) {
      quote = quote < 0 ? i : -1;
    } else if (quote >= 0) {
      escaped = c == '\\' && !escaped;
    } else if (c == '{' || c == '[') {
      bracket = brackets++ == 0 ? i : bracket;
    } else if (c == '}' || c == ']') {
      if (--brackets < 0) {
        syntax(i, i + 1, "`" + c + "` closes a bracket that was never opened");
        return false;
      }
    } else if (plain && Spaces.isSpace(c)) {
      endValue(i);
      return true;
    }
    if (valueStart < 0) {
      name.add(i);
    }
    return true;
  }

  private boolean startValue(int equals) {
    if (name.isEmpty()) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_MARKER_SYNTAX,
          text.span(equals, equals + 1),
          "there is no marker name before `=`",
          "write markers as `name=value`, without spaces around `=`");
      return false;
    }
    nameStart = name.get(0);
    String written = name();
    marker = MarkerName.of(written);
    if (marker.isEmpty()) {
      unknown(written, equals);
    }
    valueStart = equals + 1;
    return true;
  }

  private String name() {
    StringBuilder letters = new StringBuilder();
    name.forEach(i -> letters.append(chars.charAt(i)));
    return letters.toString();
  }

  private void unknown(String written, int equals) {
    int end = name.get(name.size() - 1) + 1;
    if (written.startsWith("|")) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_MARKER_SYNTAX,
          text.span(nameStart, nameStart + 1),
          "a second `|` does not separate markers",
          "separate them by white space alone");
      return;
    }
    boolean joined = end - nameStart > name.size();
    Optional<String> help =
        joined
            ? Optional.of("a value ends at white space; put one that holds some in double quotes")
            : MarkerName.nearest(written)
                .map(near -> "did you mean `" + near + "`?")
                .or(
                    () ->
                        Optional.of(
                            "markers are `" + String.join("`, `", MarkerName.texts()) + "`"));
    diagnostics.add(
        Diagnostic.of(
                DiagnosticId.SIMPLESCHEMA_UNKNOWN_MARKER,
                text.span(nameStart, Math.min(end, equals)),
                "unknown marker `" + written + "`")
            .withHelp(help));
  }

  private void endValue(int end) {
    if (valueStart < 0) {
      return;
    }
    int from = valueStart;
    marker.ifPresent(
        known ->
            markers.add(
                new Marker(
                    known,
                    QuotedValue.decode(text.slice(from, end)),
                    from < end ? text.span(from, end) : text.span(nameStart, end))));
    valueStart = -1;
    name.clear();
  }

  private void finish() {
    if (quote >= 0) {
      syntax(quote, chars.length(), "the quote is never closed");
    } else if (brackets > 0) {
      syntax(bracket, chars.length(), "the bracket is never closed");
    } else if (valueStart >= 0) {
      endValue(chars.length());
    } else if (!name.isEmpty()) {
      bareWord(text.span(name.get(0), name.get(name.size() - 1) + 1));
    } else {
      trailing();
    }
  }

  /** A word without {@code =}; behind a marker without value it was probably meant as that. */
  private void bareWord(Span word) {
    boolean spaced =
        !markers.isEmpty() && markers.get(markers.size() - 1).value().value().isEmpty();
    if (spaced) {
      Marker last = markers.remove(markers.size() - 1);
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_MARKER_SYNTAX,
          last.span().union(word),
          "there is white space around `=`",
          "write `" + last.name().text() + "=" + name() + "`");
      return;
    }
    diagnostics.add(
        DiagnosticId.SIMPLESCHEMA_MARKER_SYNTAX,
        word,
        "marker `" + name() + "` has no value",
        "write markers as `name=value`, without spaces around `=`");
  }

  private void trailing() {
    boolean none = chars.chars().allMatch(c -> Spaces.isSpace((char) c));
    int from = chars.length();
    while (from > 0 && Spaces.isSpace(chars.charAt(from - 1))) {
      from--;
    }
    diagnostics.add(
        DiagnosticId.SIMPLESCHEMA_MARKER_SYNTAX,
        chars.isEmpty() ? text.span() : text.span(from, chars.length()),
        none ? "there is no marker behind `|`" : "there is white space behind the last marker",
        none ? "remove the `|` or write a marker" : "remove the white space");
  }

  private void syntax(int from, int to, String message) {
    diagnostics.add(DiagnosticId.SIMPLESCHEMA_MARKER_SYNTAX, text.span(from, to), message);
  }
}
