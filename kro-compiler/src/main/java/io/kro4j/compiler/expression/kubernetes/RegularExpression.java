package io.kro4j.compiler.expression.kubernetes;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.kro4j.compiler.expression.library.FunctionFailure;
import java.util.ArrayList;
import java.util.List;

/** The matches of an RE2 regular expression in a text, as Go's {@code regexp} finds them. */
final class RegularExpression {
  private final Pattern pattern;

  private RegularExpression(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a regular expression.
   *
   * @throws FunctionFailure when {@code text} is none
   */
  static RegularExpression parse(String text) {
    try {
      return new RegularExpression(Pattern.compile(text));
    } catch (PatternSyntaxException malformed) {
      throw FunctionFailure.invalid(
          "`" + text + "` is not a regular expression: " + malformed.getDescription());
    }
  }

  /** The first match, or an empty text when there is none. */
  String find(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * The matches from left to right. An empty one at the end of the match before it does not count.
   *
   * @param limit how many to find at most, or a negative number for all
   */
  List<String> findAll(String text, long limit) {
    List<String> matches = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
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

  private static int next(String text, int at) {
    return at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
  }
}
