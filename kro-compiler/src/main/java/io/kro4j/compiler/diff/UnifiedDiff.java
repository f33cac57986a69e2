package io.kro4j.compiler.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, in the form that {@code diff -u} and Git use, so that people and
 * editors can read it.
 *
 * <p>It is for reading, not for {@code patch}: it ends where it gets long, and shows characters
 * that would move the cursor or turn the direction of a line as U+FFFD.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** Longer texts are not compared: nobody reads what comes out, and it takes long. */
  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  private static final int LONGEST_LINE = 200;

  private UnifiedDiff() {}

  /**
   * Compares two texts line by line; whether lines end in LF or CRLF makes no difference.
   *
   * @param before the one text
   * @param after the other text
   * @param most how many lines to return, those about the names not counted
   * @return the lines of the diff, without line ends and names; empty if the texts are alike. If
   *     there is more than {@code most} lines, a last line says how much
   */
  public static List<String> of(String before, String after, int most) {
    if (before.length() + (long) after.length() > MOST_CHARACTERS) {
      return before.equals(after) ? List.of() : List.of("(too long to compare)");
    }
    List<String> old = lines(before);
    Patch<String> patch = DiffUtils.diff(old, lines(after));
    List<String> diff = UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, CONTEXT);
    if (diff.isEmpty()) {
      return List.of();
    }
    List<String> withoutNames = new ArrayList<>(diff.subList(2, diff.size()));
    withoutNames.set(0, range(withoutNames.get(0), before.isEmpty(), after.isEmpty()));
    return bounded(withoutNames, most);
  }

  /** A text that is empty has no first line; the library says 1, other tools 0. */
  private static String range(String header, boolean fromNothing, boolean toNothing) {
    String from = fromNothing ? header.replace("@@ -1,0 ", "@@ -0,0 ") : header;
    return toNothing ? from.replace(" +1,0 @@", " +0,0 @@") : from;
  }

  private static List<String> bounded(List<String> diff, int most) {
    List<String> shown = new ArrayList<>();
    diff.stream().limit(most).map(UnifiedDiff::visible).forEach(shown::add);
    int rest = diff.size() - shown.size();
    if (rest > 0) {
      shown.add("(" + rest + (rest == 1 ? " more line)" : " more lines)"));
    }
    return List.copyOf(shown);
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }

  private static String visible(String line) {
    String clipped = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    return clipped
        .codePoints()
        .map(c -> isHarmless(c) ? c : '\uFFFD')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHarmless(int c) {
    boolean moves = (Character.isISOControl(c) && c != '\t') || c == '\u2028' || c == '\u2029';
    boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    return !moves && !turns && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
