package io.kro4j.compiler.schema;

import io.kro4j.compiler.diagnostics.Quoted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says about one value by itself, the way an API server checks it: type, enumeration,
 * bounds, lengths, pattern. What is inside the value is not looked at.
 */
public final class ValueLimits {
  private static final double MAX_SAFE_INTEGER = 9007199254740991.0;

  private final Function<String, @Nullable Object> keywords;
  private final TextPatterns patterns;
  private final List<String> problems = new ArrayList<>();

  private ValueLimits(Function<String, @Nullable Object> keywords, TextPatterns patterns) {
    this.keywords = keywords;
    this.patterns = patterns;
  }

  /** Whether a value is of a type of JSON schema; of a type without a name every object is. */
  public static boolean isOfType(@Nullable Object value, String type) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Long;
      case "number" -> value instanceof Number;
      case "array" -> value instanceof List;
      default -> value instanceof Map;
    };
  }

  /**
   * What is wrong with a value of the right type.
   *
   * @param keywords the value of each keyword of the schema, null for those it has not
   * @param patterns compiles patterns, within bounds
   * @return one clause for each problem, such as {@code must be at least 1}
   */
  public static List<String> broken(
      @Nullable Object value, Function<String, @Nullable Object> keywords, TextPatterns patterns) {
    ValueLimits limits = new ValueLimits(keywords, patterns);
    limits.check(value);
    return limits.problems;
  }

  private void check(@Nullable Object value) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof List<?> list) {
      count(list.size(), "minItems", "maxItems", " items");
    } else if (value instanceof Map<?, ?> object) {
      count(object.size(), "minProperties", "maxProperties", " fields");
    }
    if (keywords.apply("enum") instanceof List<?> allowed && !allowed.contains(value)) {
      problems.add("must be one of " + Quoted.some(allowed));
    }
  }

  private void string(String text) {
    count(text.codePointCount(0, text.length()), "minLength", "maxLength", " characters");
    if (keywords.apply("pattern") instanceof String pattern && patterns.excludes(pattern, text)) {
      problems.add("must match the pattern " + Quoted.text(pattern));
    }
  }

  private void count(int count, String lower, String upper, String unit) {
    if (keywords.apply(lower) instanceof Number least && count < least.longValue()) {
      problems.add("must have at least " + least + unit);
    }
    if (keywords.apply(upper) instanceof Number most && count > most.longValue()) {
      problems.add("must have at most " + most + unit);
    }
  }

  private void number(Number number) {
    if ("integer".equals(keywords.apply("type"))) {
      wholeLimit("minimum");
      wholeLimit("maximum");
    }
    if (keywords.apply("minimum") instanceof Number least && compare(number, least) < 0) {
      problems.add("must be at least " + least);
    }
    if (keywords.apply("maximum") instanceof Number most && compare(number, most) > 0) {
      problems.add("must be at most " + most);
    }
  }

  /** An API server compares an integer only with a limit that is a safe integer of JSON. */
  private void wholeLimit(String limit) {
    if (keywords.apply(limit) instanceof Double bound
        && (bound != Math.rint(bound) || Math.abs(bound) > MAX_SAFE_INTEGER)) {
      problems.add("is an integer, and its `" + limit + "` " + bound + " is none");
    }
  }

  /** Integers are compared with the whole part of a limit, as the API server does. */
  private static int compare(Number value, Number limit) {
    BigDecimal bound = decimal(limit);
    return value instanceof Double
        ? decimal(value).compareTo(bound)
        : decimal(value).compareTo(new BigDecimal(bound.toBigInteger()));
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    return number instanceof Long whole
        ? BigDecimal.valueOf(whole)
        : BigDecimal.valueOf(number.doubleValue());
  }
}
