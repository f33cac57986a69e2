package io.kro4j.compiler.source;

/**
 * A range of characters in a file.
 *
 * @param file the file
 * @param start the first character, a UTF-16 index into the file's text
 * @param end the index after the last character; equal to {@code start} for a place between two
 */
public record Span(SourceFile file, int start, int end) {
  /** Checks that the range is inside the file. */
  public Span {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException(
          "span " + start + ".." + end + " is outside " + file.name());
    }
  }

  /** The place of the first character. */
  public Position startPosition() {
    return file.position(start);
  }

  /** The place after the last character. */
  public Position endPosition() {
    return file.position(end);
  }

  /** The characters of the file in this range, as written. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** The smallest range that holds this one and {@code other}, which must be of the same file. */
  public Span union(Span other) {
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
  }
}
