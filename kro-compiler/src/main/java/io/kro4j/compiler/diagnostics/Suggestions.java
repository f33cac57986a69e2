package io.kro4j.compiler.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what the author probably meant, by edit distance. */
public final class Suggestions {
  /** Characters compared with characters; a part of a millisecond. Fields are rarely that many. */
  private static final int MOST_STEPS = 20_000;

  private Suggestions() {}

  /**
   * A help line for a misspelt word.
   *
   * @param word what was written
   * @param known what could have been written
   * @return {@code did you mean `x`?}, or empty if nothing known is near
   */
  public static Optional<String> didYouMean(String word, Collection<String> known) {
    return nearest(word, known).map(near -> "did you mean `" + near + "`?");
  }

  /**
   * The known word nearest to {@code word}, at most a third of its length away. Of very many or
   * very long words only the first are looked at.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int limit = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
        .limit(MOST_STEPS / Math.max(1L, (long) word.length() * word.length()))
        .map(candidate -> new Candidate(candidate, distance(word, candidate, limit)))
        .filter(candidate -> candidate.distance() <= limit)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /** A known word and how far it is from the one that was written. */
  private record Candidate(String word, int distance) {}

  /**
   * Edits (insert, delete, replace, swap of neighbours) between two words, letter case aside; only
   * known to be more than {@code limit} if they are.
   */
  private static int distance(String left, String right, int limit) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0, last = 0; i <= a.length(); i++) {
      int least = i + b.length();
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
        least = Math.min(least, edits[i][j]);
      }
      if (Math.min(least, last) > limit) {
        return limit + 1;
      }
      last = least;
    }
    return edits[a.length()][b.length()];
  }

  private static int fewest(int[][] edits, String a, String b, int i, int j) {
    int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replace, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
