package io.kro4j.runtime.main.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * A message and its fields, taken apart. The code writes {@code "Gave up lane={} key={}"} with two
 * arguments; that is the message {@code Gave up} with the fields {@code lane} and {@code key}.
 *
 * @param text the message
 * @param fields the fields in order
 */
record LogMessage(String text, Map<String, Object> fields) {
  private static final Pattern FIELDS = Pattern.compile("(?:(?:^|\\s+)[A-Za-z][\\w.-]*=\\{})+$");
  private static final Pattern FIELD = Pattern.compile("([A-Za-z][\\w.-]*)=\\{}");

  /**
   * Takes apart what a logger is called with.
   *
   * @param pattern the message with {@code {}} for each argument
   * @param arguments the arguments, or null for none
   */
  static LogMessage of(@Nullable String pattern, Object @Nullable [] arguments) {
    String whole = String.valueOf(pattern);
    Object[] values = arguments == null ? new Object[0] : arguments;
    Matcher tail = FIELDS.matcher(whole);
    if (!tail.find()) {
      return new LogMessage(format(whole, values), Map.of());
    }
    List<String> names = names(tail.group());
    int first = values.length - names.size();
    if (first < 0) {
      return new LogMessage(format(whole, values), Map.of());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), String.valueOf(values[first + i]));
    }
    Object[] others = Arrays.copyOf(values, first);
    return new LogMessage(format(whole.substring(0, tail.start()), others), fields);
  }

  private static List<String> names(String tail) {
    List<String> names = new ArrayList<>();
    Matcher field = FIELD.matcher(tail);
    while (field.find()) {
      names.add(field.group(1));
    }
    return names;
  }

  private static String format(String pattern, Object[] values) {
    return String.valueOf(MessageFormatter.basicArrayFormat(pattern, values));
  }
}
