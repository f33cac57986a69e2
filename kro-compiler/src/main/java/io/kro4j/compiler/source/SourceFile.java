package io.kro4j.compiler.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The text of one input file under the name that messages show.
 *
 * <p>Lines end at LF, CRLF or a lone CR. Offsets are UTF-16 indices into {@link #text()}.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /** Where the second halves of surrogate pairs stand, so that columns need no counting. */
  private final int[] secondHalves;

  private SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.secondHalves = secondHalves(text);
  }

  /**
   * A file of the given name and text.
   *
   * @param name the path to show, with forward slashes, relative to where the user works
   * @param text the whole text, without a byte order mark
   */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text);
  }

  /** The path that messages show. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /**
   * The line and column of an offset.
   *
   * @param offset an index into the text, clamped to it
   */
  public Position position(int offset) {
    int inside = Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lineStarts, inside);
    int line = found >= 0 ? found : -found - 2;
    int pairs = pairsBefore(inside) - pairsBefore(lineStarts[line]);
    return new Position(line + 1, inside - lineStarts[line] - pairs + 1);
  }

  /**
   * The offset at which a line starts.
   *
   * @param line the line, from 1
   */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /**
   * The offset at which a line ends, before its line end.
   *
   * @param line the line, from 1
   */
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > lineStarts[line - 1] && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  @Override
  public String toString() {
    return name;
  }

  private int pairsBefore(int offset) {
    int found = Arrays.binarySearch(secondHalves, offset);
    return found >= 0 ? found : -found - 1;
  }

  private static int[] secondHalves(String text) {
    return IntStream.range(1, text.length())
        .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
        .toArray();
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean endsLine =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (endsLine) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
