package io.kro4j.compiler.yaml;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;

/**
 * Decodes plain, single-quoted and double-quoted scalars with a map back to the file (YAML 1.1,
 * section 9.1). The library has checked the scalar already and says where it ends.
 */
final class FlowScalarDecoder {
  private final SourceFile file;
  private final String text;
  private final int end;
  private final char quote;
  private final MappedTextBuilder out;
  private int at;

  private FlowScalarDecoder(Span content, char quote) {
    this.file = content.file();
    this.text = file.text();
    this.at = content.start();
    this.end = content.end();
    this.quote = quote;
    this.out = new MappedTextBuilder(file);
  }

  /** A scalar without quotes. */
  static MappedText plain(Span span) {
    return new FlowScalarDecoder(span, '\0').decode(span);
  }

  /** A scalar in single or double quotes; {@code span} includes them. */
  static MappedText quoted(Span span) {
    Span content =
        new Span(span.file(), span.start() + 1, Math.max(span.start() + 1, span.end() - 1));
    return new FlowScalarDecoder(content, span.file().text().charAt(span.start())).decode(span);
  }

  private MappedText decode(Span span) {
    while (at < end) {
      char c = text.charAt(at);
      if (isBlank(c) || LineBreaks.isBreak(c)) {
        whiteSpace();
      } else if (c == '\\' && quote == '"') {
        escape();
      } else if (c == '\'' && quote == '\'') {
        out.add(c, at, at + 2);
        at += 2;
      } else {
        out.add(c, at, at + 1);
        at++;
      }
    }
    return out.build(span);
  }

  /** Blanks inside a line stay; blanks around line ends go, and the line ends are folded. */
  private void whiteSpace() {
    int start = at;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    if (at == end || !LineBreaks.isBreak(text.charAt(at))) {
      out.addVerbatim(start, at);
      return;
    }
    int firstBreak = at;
    at = LineBreaks.after(text, at);
    boolean folds = LineBreaks.decoded(text.charAt(firstBreak)) == '\n';
    if (!folds) {
      out.addBreak(firstBreak);
    }
    boolean moreBreaks = emptyLines();
    if (folds && !moreBreaks) {
      out.add(' ', start, at);
    }
  }

  /** Adds each empty line as a line end and skips the indentation of the next text. */
  private boolean emptyLines() {
    boolean any = false;
    while (at < end) {
      char c = text.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (LineBreaks.isBreak(c)) {
        at = out.addBreak(at);
        any = true;
      } else {
        break;
      }
    }
    return any;
  }

  private void escape() {
    int start = at;
    char c = text.charAt(at + 1);
    at += 2;
    if (LineBreaks.isBreak(c)) {
      at = LineBreaks.after(text, start + 1);
      emptyLines();
      return;
    }
    int digits = Escapes.digits(c);
    if (digits == 0) {
      out.add(Escapes.decoded(c), start, at);
      return;
    }
    int codePoint = Integer.parseInt(text.substring(at, at + digits), 16);
    at += digits;
    for (char unit : Character.toChars(codePoint)) {
      out.add(unit, start, at);
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
