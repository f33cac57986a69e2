package io.kro4j.compiler.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * The {@code pattern} of a schema: an RE2 regular expression, as in Go.
 *
 * <p>RE2 writes repetitions out and goes through a text with all of them at once, so a pattern is
 * bounded in its own length, and in what it may cost to try it on a text.
 */
public final class TextPattern {
  /** The longest pattern: written out, it still fits into a hundred megabytes. */
  private static final int LONGEST = 10_000;

  /** Instructions times characters: a fraction of a second. */
  private static final long MOST_STEPS = 50_000_000;

  private TextPattern() {}

  /**
   * What is wrong with a pattern.
   *
   * @param part the part that is wrong; empty if none in particular
   * @param reason what is wrong, as a clause about the pattern
   */
  public record Flaw(String part, String reason) {}

  /** What is wrong with a pattern, or empty if it is sound. */
  public static Optional<Flaw> flaw(String pattern) {
    if (pattern.length() > LONGEST) {
      return Optional.of(new Flaw("", "is longer than " + LONGEST + " characters"));
    }
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      String reason = "is no regular expression that Kubernetes understands: " + e.getDescription();
      return Optional.of(new Flaw(e.getPattern(), reason));
    }
  }

  /** Whether a text does not match; a pattern that is flawed or costs too much excludes nothing. */
  public static boolean excludes(String pattern, String text) {
    if (pattern.length() > LONGEST) {
      return false;
    }
    try {
      Pattern compiled = Pattern.compile(pattern);
      boolean cheap = (long) compiled.programSize() * text.length() <= MOST_STEPS;
      return cheap && !compiled.matcher(text).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
