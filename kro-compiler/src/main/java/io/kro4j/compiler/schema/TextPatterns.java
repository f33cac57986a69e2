package io.kro4j.compiler.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code pattern} of a schema: an RE2 regular expression, as in Go. An instance tries patterns
 * on the texts of one value or template, and is not safe for several threads.
 *
 * <p>RE2 writes repetitions out and goes through a text with all of them at once, so a pattern is
 * bounded in its own length, and an instance in what its tries may cost together.
 */
public final class TextPatterns {
  /** The longest pattern: written out, it still fits into a hundred megabytes. */
  private static final int LONGEST = 10_000;

  /** Instructions times characters: a fraction of a second. */
  private static final long MOST_STEPS = 50_000_000;

  private final Map<String, Optional<Pattern>> compiled = new HashMap<>();
  private long steps = MOST_STEPS;

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

  /**
   * Whether a text does not match. A pattern that is flawed, or costs more than is left, excludes
   * nothing.
   */
  public boolean excludes(String pattern, String text) {
    Optional<Pattern> found = compiled.computeIfAbsent(pattern, TextPatterns::compile);
    if (found.isEmpty()) {
      return false;
    }
    long cost = (long) found.get().programSize() * (text.length() + 1);
    if (cost > steps) {
      return false;
    }
    steps -= cost;
    return !found.get().matcher(text).find();
  }

  private static Optional<Pattern> compile(String pattern) {
    try {
      return pattern.length() > LONGEST ? Optional.empty() : Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
