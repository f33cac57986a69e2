package io.kro4j.compiler.diagnostics;

/**
 * One line of a file, clipped around a place, and the marks to print below it.
 *
 * @param line the line as shown; control characters, which would move the cursor, are shown as
 *     U+FFFD
 * @param underline blanks and {@code ^}, as wide as the line up to the end of the place; tabs stay
 *     tabs, so that both lines move alike
 */
record Excerpt(String line, String underline) {
  private static final int MAX_COLUMNS = 120;
  private static final int CONTEXT = 40;
  private static final String ELLIPSIS = "…";
  private static final char REPLACEMENT = '\uFFFD';

  /**
   * Makes an excerpt.
   *
   * @param text the whole file, of which only the part shown is copied
   * @param lineFrom where the line starts
   * @param lineTo where the line ends, without its line end
   * @param from where the place starts
   * @param to where it ends; a place that goes on in the next lines is underlined to the line's end
   */
  static Excerpt of(String text, int lineFrom, int lineTo, int from, int to) {
    int start = Math.min(from, lineTo);
    int end = Math.max(start, Math.min(to, lineTo));
    while (end < to && end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    boolean fits = lineTo - lineFrom <= MAX_COLUMNS;
    int clipFrom = fits ? lineFrom : boundary(text, Math.max(lineFrom, start - CONTEXT));
    int clipTo = fits ? lineTo : boundary(text, Math.min(lineTo, clipFrom + MAX_COLUMNS));
    return marked(
        clipFrom > lineFrom ? ELLIPSIS : "",
        text.substring(clipFrom, clipTo),
        start - clipFrom,
        Math.min(end, clipTo) - clipFrom,
        clipTo < lineTo ? ELLIPSIS : "");
  }

  private static Excerpt marked(String before, String text, int start, int end, String after) {
    StringBuilder marks = new StringBuilder(" ".repeat(before.length()));
    for (int i = 0; i < start; i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      marks.append(codePoint == '\t' ? "\t" : " ".repeat(DisplayWidth.of(codePoint)));
    }
    int width = 0;
    for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
      width += DisplayWidth.of(text.codePointAt(i));
    }
    marks.append("^".repeat(Math.max(1, width)));
    return new Excerpt(before + visible(text) + after, marks.toString());
  }

  /** The offset, moved back if it would split a surrogate pair. */
  private static int boundary(String text, int offset) {
    boolean splits =
        offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1));
    return splits ? offset - 1 : offset;
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean moves =
          (Character.isISOControl(c) && c != '\t')
              || c == '\u2028'
              || c == '\u2029'
              || isDirectional(c);
      if (moves) {
        visible.setCharAt(i, REPLACEMENT);
      }
    }
    return visible.toString();
  }

  /** Marks that would turn the direction of the line and hide what it says. */
  private static boolean isDirectional(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
