package io.kro4j.compiler.yaml;

/**
 * Lets the library read tabs where Kubernetes does.
 *
 * <p>The library takes a tab for an error wherever a token could begin; go-yaml does so only where
 * the tab could be taken for indentation. So tabs elsewhere are shown to the library as spaces.
 * What a scalar holds does not change: it is decoded from the file, not from the text made here.
 */
final class Tabs {
  private Tabs() {}

  /** The text with all tabs replaced that cannot be indentation; all of them if it is JSON. */
  static String asSpaces(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    if (isJson(text)) {
      return text.replace('\t', ' ');
    }
    StringBuilder spaced = new StringBuilder(text);
    boolean indentation = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (LineBreaks.isBreak(c)) {
        indentation = true;
      } else if (c == '\t' && !indentation) {
        spaced.setCharAt(i, ' ');
      } else if (indentation) {
        indentation = c == ' ' || c == '\t' || isBlockIndicator(text, i);
      }
    }
    return spaced.toString();
  }

  /** After {@code - }, {@code ? } and {@code : } at the start of a line a key may begin. */
  private static boolean isBlockIndicator(String text, int at) {
    char c = text.charAt(at);
    boolean blankFollows =
        at + 1 < text.length() && (text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\t');
    return blankFollows && (c == '-' || c == '?' || c == ':');
  }

  private static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }
}
