package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.GraphExpression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The nodes that got another id, by the id they had. An expression that only follows suit did not
 * change, so expressions are compared with the names that they have after the change.
 */
final class Renames {
  /** Texts in quotes, or names that no dot makes a field of something. */
  private static final Pattern WORDS =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|(?<![\\w.])[A-Za-z_]\\w*",
          Pattern.DOTALL);

  private final Map<String, String> names;

  Renames(Map<String, String> names) {
    this.names = new LinkedHashMap<>(names);
  }

  /** The id that a node has after the change. */
  String id(String before) {
    return names.getOrDefault(before, before);
  }

  /**
   * The text that an expression of the state before would have after it, had nothing else changed.
   */
  String text(GraphExpression expression) {
    return expression.references().stream().anyMatch(names::containsKey)
        ? WORDS.matcher(expression.text()).replaceAll(this::word)
        : expression.text();
  }

  private String word(MatchResult word) {
    return Matcher.quoteReplacement(id(word.group()));
  }
}
