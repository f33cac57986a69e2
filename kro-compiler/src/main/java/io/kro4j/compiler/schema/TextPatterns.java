package io.kro4j.compiler.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code pattern} of a schema: an RE2 regular expression, as in Go. An instance is for all
 * patterns of one group, and is not safe for several threads.
 *
 * <p>RE2 writes repetitions out and goes through a text with all of them at once, so a pattern is
 * bounded in its own length, and an instance in how large its patterns may be, and in what its
 * tries may cost, together.
 */
public final class TextPatterns {
  /** The longest pattern: written out, it still fits into a hundred megabytes. */
  private static final int LONGEST = 10_000;

  /** Instructions times characters: a fraction of a second. */
  private static final long MOST_STEPS = 50_000_000;

  /** Instructions of all patterns, written out: a fraction of a second. */
  private static final long MOST_INSTRUCTIONS = 1_000_000;

  private final Map<String, Optional<Pattern>> compiled = new HashMap<>();
  private final Map<String, Flaw> flaws = new HashMap<>();
  private long instructions = MOST_INSTRUCTIONS;
  private long steps = MOST_STEPS;

  /**
   * What is wrong with a pattern.
   *
   * @param part the part that is wrong; empty if none in particular
   * @param reason what is wrong, as a clause about the pattern
   */
  public record Flaw(String part, String reason) {}

  /** What is wrong with a pattern, or empty if it is sound. */
  public Optional<Flaw> flaw(String pattern) {
    compiled(pattern);
    return Optional.ofNullable(flaws.get(pattern));
  }

  /**
   * Whether a text does not match. A pattern that is flawed, or costs more than is left, excludes
   * nothing.
   */
  public boolean excludes(String pattern, String text) {
    Optional<Pattern> found = compiled(pattern);
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

  private Optional<Pattern> compiled(String pattern) {
    return compiled.computeIfAbsent(pattern, this::compile);
  }

  private Optional<Pattern> compile(String pattern) {
    if (pattern.length() > LONGEST) {
      return flawed(pattern, "", "is longer than " + LONGEST + " characters");
    }
    if (instructions < 0) {
      return flawed(pattern, "", "comes after patterns that are too large together, written out");
    }
    try {
      Pattern sound = Pattern.compile(pattern);
      instructions -= sound.programSize();
      return Optional.of(sound);
    } catch (PatternSyntaxException e) {
      String reason = "is no regular expression that Kubernetes understands: " + e.getDescription();
      return flawed(pattern, e.getPattern(), reason);
    }
  }

  private Optional<Pattern> flawed(String pattern, String part, String reason) {
    flaws.put(pattern, new Flaw(part, reason));
    return Optional.empty();
  }
}
