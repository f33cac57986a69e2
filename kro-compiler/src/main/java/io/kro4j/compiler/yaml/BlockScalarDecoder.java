package io.kro4j.compiler.yaml;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;

/**
 * Decodes literal ({@code |}) and folded ({@code >}) scalars with a map back to the file (YAML 1.1,
 * section 9.2).
 *
 * <p>The library does not say how many columns it took for indentation, and an explicit indicator
 * counts from the parent's. So the indentation is read off the library's own value: the longest run
 * of spaces that begins a line is shorter there by just the indentation.
 */
final class BlockScalarDecoder {
  private final SourceFile file;
  private final String text;
  private final int end;
  private final boolean folded;
  private final MappedTextBuilder out;
  private final int indentation;
  private final char chomping;
  private int at;

  private BlockScalarDecoder(Span span, String decoded) {
    this.file = span.file();
    this.text = file.text();
    this.end = span.end();
    this.out = new MappedTextBuilder(file);
    this.folded = text.charAt(span.start()) == '>';
    int header = span.start() + 1;
    char found = ' ';
    while (header < end && isIndicator(text.charAt(header))) {
      char c = text.charAt(header);
      found = c == '-' || c == '+' ? c : found;
      header++;
    }
    this.chomping = found;
    this.at = afterLine(header);
    this.indentation = deepest(text, at, end) - deepest(decoded, 0, decoded.length());
  }

  /**
   * Decodes a scalar.
   *
   * @param span the scalar from its indicator to where the library stopped reading it
   * @param decoded the library's value
   */
  static MappedText decode(Span span, String decoded) {
    return new BlockScalarDecoder(span, decoded).decode(span);
  }

  private MappedText decode(Span span) {
    int breaks = at;
    skipEmptyLines();
    if (!atContent() && chomping == '+') {
      addBreaks(breaks, end);
    }
    while (atContent()) {
      addBreaks(breaks, at);
      int line = at;
      int lineBreak = lineEnd(at);
      out.addVerbatim(line, lineBreak);
      breaks = afterLine(lineBreak);
      at = breaks;
      skipEmptyLines();
      if (atContent()) {
        join(line, lineBreak, breaks);
      } else {
        chomp(lineBreak, breaks);
      }
    }
    return out.build(trimmed(span));
  }

  /** A folded line end becomes a space between two lines of text and nothing before empty lines. */
  private void join(int line, int lineBreak, int breaks) {
    boolean folds =
        folded
            && LineBreaks.decoded(text.charAt(lineBreak)) == '\n'
            && !isBlank(text.charAt(line))
            && !isBlank(text.charAt(at));
    if (!folds) {
      out.addBreak(lineBreak);
    } else if (!hasBreak(breaks, at)) {
      out.add(' ', lineBreak, at);
    }
  }

  private void chomp(int lineBreak, int breaks) {
    if (chomping != '-' && lineBreak < end) {
      out.addBreak(lineBreak);
    }
    if (chomping == '+') {
      addBreaks(breaks, at);
    }
  }

  /** Whether the place is on the first column of a line that belongs to the text. */
  private boolean atContent() {
    return at < end && at - lineStart(at) == indentation;
  }

  private void skipEmptyLines() {
    while (at < end) {
      int line = at;
      while (at < end && at - line < indentation && text.charAt(at) == ' ') {
        at++;
      }
      if (at == end || !LineBreaks.isBreak(text.charAt(at))) {
        return;
      }
      at = LineBreaks.after(text, at);
    }
  }

  private void addBreaks(int from, int to) {
    int offset = from;
    while (offset < to) {
      offset = LineBreaks.isBreak(text.charAt(offset)) ? out.addBreak(offset) : offset + 1;
    }
  }

  private boolean hasBreak(int from, int to) {
    return lineEnd(from) < to;
  }

  private int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !LineBreaks.isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int lineEnd(int offset) {
    int stop = offset;
    while (stop < end && !LineBreaks.isBreak(text.charAt(stop))) {
      stop++;
    }
    return stop;
  }

  private int afterLine(int offset) {
    int stop = lineEnd(offset);
    return stop < end ? LineBreaks.after(text, stop) : end;
  }

  /** The scalar without the empty lines after it, which the library counts in. */
  private Span trimmed(Span span) {
    int stop = span.end();
    while (stop > span.start() + 1 && isSpace(text.charAt(stop - 1))) {
      stop--;
    }
    return new Span(file, span.start(), stop);
  }

  /** The longest run of spaces that begins a line. */
  private static int deepest(String text, int from, int to) {
    int deepest = 0;
    int run = 0;
    boolean leading = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (LineBreaks.isBreak(c)) {
        leading = true;
        run = 0;
      } else if (leading && c == ' ') {
        run++;
        deepest = Math.max(deepest, run);
      } else {
        leading = false;
      }
    }
    return deepest;
  }

  private static boolean isIndicator(char c) {
    return c == '-' || c == '+' || (c >= '0' && c <= '9');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isSpace(char c) {
    return isBlank(c) || LineBreaks.isBreak(c);
  }
}
