package io.kro4j.compiler.source;

import java.util.Arrays;

/**
 * A decoded string and, for each of its characters, the characters of the file it was decoded from.
 *
 * <p>A YAML scalar is not a slice of its file: {@code "a\tb"} has three characters decoded from
 * four, a folded scalar turns line ends and indentation into a space. A place in the decoded string
 * is therefore looked up in the map, never computed by adding columns.
 */
public final class MappedText {
  private final SourceFile file;
  private final String value;

  /** Where the file's characters behind {@code value.charAt(i)} start. */
  private final int[] starts;

  /** Where the file's characters behind {@code value.charAt(i)} end. */
  private final int[] ends;

  /** The whole scalar in the file, quotes and indicators included. */
  private final Span span;

  private MappedText(SourceFile file, String value, int[] starts, int[] ends, Span span) {
    this.file = file;
    this.value = value;
    this.starts = starts;
    this.ends = ends;
    this.span = span;
  }

  /**
   * A decoded string with its map.
   *
   * @param value the decoded string
   * @param starts for each UTF-16 unit of {@code value}, the offset of its first character in the
   *     file
   * @param ends for each UTF-16 unit of {@code value}, the offset after its last character
   * @param span the whole scalar as written, with its quotes or block indicator
   */
  public static MappedText of(String value, int[] starts, int[] ends, Span span) {
    if (starts.length != value.length() || ends.length != value.length()) {
      throw new IllegalArgumentException("the map must have one entry for each character");
    }
    return new MappedText(span.file(), value, starts.clone(), ends.clone(), span);
  }

  /** A string that stands in the file exactly as it is: {@code value} equals the span's text. */
  public static MappedText verbatim(Span span) {
    String value = span.text();
    int[] starts = new int[value.length()];
    int[] ends = new int[value.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = span.start() + i;
      ends[i] = span.start() + i + 1;
    }
    return new MappedText(span.file(), value, starts, ends, span);
  }

  /** A string that no characters of the file spell; every place in it maps to {@code span}. */
  public static MappedText synthetic(String value, Span span) {
    int[] starts = new int[value.length()];
    int[] ends = new int[value.length()];
    Arrays.fill(starts, span.start());
    Arrays.fill(ends, span.end());
    return new MappedText(span.file(), value, starts, ends, span);
  }

  /** The decoded string. */
  public String value() {
    return value;
  }

  /** The file the string was read from. */
  public SourceFile file() {
    return file;
  }

  /** The whole scalar as written. */
  public Span span() {
    return span;
  }

  /**
   * The characters of the file behind a range of the decoded string.
   *
   * @param from the first decoded character
   * @param to the index after the last one; if equal to {@code from}, the result is the empty place
   *     before it
   */
  public Span span(int from, int to) {
    if (value.isEmpty()) {
      return span;
    }
    if (from >= to) {
      int at = from < starts.length ? starts[Math.max(0, from)] : ends[ends.length - 1];
      return new Span(file, at, at);
    }
    int start = starts[Math.max(0, from)];
    int end = ends[Math.min(to, ends.length) - 1];
    return new Span(file, start, Math.max(start, end));
  }

  /** The part of the string from {@code from} (inclusive) to {@code to} (exclusive), mapped. */
  public MappedText slice(int from, int to) {
    return new MappedText(
        file,
        value.substring(from, to),
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to),
        span(from, to));
  }

  /** The string without leading and trailing white space, mapped. */
  public MappedText strip() {
    int from = 0;
    int to = value.length();
    while (from < to && Character.isWhitespace(value.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(value.charAt(to - 1))) {
      to--;
    }
    return slice(from, to);
  }

  @Override
  public String toString() {
    return value;
  }
}
