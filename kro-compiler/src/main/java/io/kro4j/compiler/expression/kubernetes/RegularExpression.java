package io.kro4j.compiler.expression.kubernetes;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.kro4j.compiler.expression.library.FunctionFailure;
import io.kro4j.compiler.expression.library.WorkBudget;
import java.util.ArrayList;
import java.util.List;

/**
 * The matches of an RE2 regular expression in a text, as Go's {@code regexp} finds them.
 *
 * <p>RE2 goes through the text with all instructions of the expression at once, and writes
 * repetitions out, so a short expression may take many steps: they are taken off the budget.
 */
final class RegularExpression {
  /** Written out, it still fits into a hundred megabytes. */
  private static final int LONGEST = 10_000;

  /** Instructions are tried many at a time, and most of them fail at once. */
  private static final int STEPS_PER_UNIT = 8;

  private final Pattern pattern;

  private RegularExpression(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a regular expression.
   *
   * @throws FunctionFailure when {@code text} is none, or too long
   */
  static RegularExpression parse(String text) {
    if (text.length() > LONGEST) {
      throw FunctionFailure.limit(
          "the regular expression is longer than " + LONGEST + " characters");
    }
    try {
      Pattern pattern = Pattern.compile(text);
      WorkBudget.current().spend(pattern.programSize());
      return new RegularExpression(pattern);
    } catch (PatternSyntaxException malformed) {
      throw FunctionFailure.invalid(
          "`" + text + "` is not a regular expression: " + malformed.getDescription());
    }
  }

  /** Whether there is a match anywhere in a text. */
  boolean matches(String text) {
    return matcher(text).find();
  }

  /** The first match, or an empty text when there is none. */
  String find(String text) {
    Matcher matcher = matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * The matches from left to right. An empty one at the end of the match before it does not count.
   *
   * @param limit how many to find at most, or a negative number for all
   */
  List<String> findAll(String text, long limit) {
    List<String> matches = new ArrayList<>();
    Matcher matcher = matcher(text);
    int at = 0;
    int lastEnd = -1;
    while ((limit < 0 || matches.size() < limit) && at <= text.length() && matcher.find(at)) {
      boolean empty = matcher.end() == at;
      if (!empty || matcher.start() != lastEnd) {
        matches.add(matcher.group());
      }
      at = empty ? next(text, at) : matcher.end();
      lastEnd = matcher.end();
    }
    return matches;
  }

  private Matcher matcher(String text) {
    WorkBudget.current().spend((long) pattern.programSize() * text.length() / STEPS_PER_UNIT);
    return pattern.matcher(text);
  }

  private static int next(String text, int at) {
    return at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
  }
}
