package io.kro4j.compiler.suite;

import io.kro4j.compiler.json.CanonicalJson;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.suite.StepResult.Failure;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is mentioned. Of an object the fields that are mentioned, where null means that
 * there is none; of a list every item, in order; numbers by their value.
 */
final class PartialMatch {
  private static final String NOTHING = "nothing";

  private final String subject;
  private final List<Failure> failures = new ArrayList<>();

  private PartialMatch(String subject) {
    this.subject = subject;
  }

  /**
   * What is not as expected.
   *
   * @param subject what is compared, for messages
   */
  static List<Failure> failures(String subject, YamlValue expected, @Nullable Object actual) {
    PartialMatch match = new PartialMatch(subject);
    match.compare(expected, actual, actual != null, FieldPath.ROOT);
    return match.failures;
  }

  private void compare(
      YamlValue expected, @Nullable Object actual, boolean isThere, FieldPath path) {
    if (expected instanceof YamlValue.Mapping object && actual instanceof Map<?, ?> fields) {
      for (YamlValue.Entry entry : object.entries()) {
        String name = entry.key().value();
        compare(entry.value(), fields.get(name), fields.containsKey(name), path.field(name));
      }
    } else if (expected instanceof YamlValue.Sequence list && actual instanceof List<?> items) {
      compareItems(list, items, path);
    } else if (!isSame(expected.toJson(), actual)) {
      String shown = isThere ? CanonicalJson.write(actual) : NOTHING;
      String wanted = expected.toJson() == null ? NOTHING : CanonicalJson.write(expected.toJson());
      failures.add(new Failure(name(path), wanted, shown, expected.span()));
    }
  }

  private void compareItems(YamlValue.Sequence expected, List<?> actual, FieldPath path) {
    List<YamlValue> items = expected.items();
    if (items.size() != actual.size()) {
      failures.add(
          new Failure(
              name(path),
              items.size() + " items: " + CanonicalJson.write(expected.toJson()),
              actual.size() + " items: " + CanonicalJson.write(actual),
              expected.span()));
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      compare(items.get(i), actual.get(i), true, path.item(i));
    }
  }

  private static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Number one && actual instanceof Number other) {
      return one.doubleValue() == other.doubleValue() && one.longValue() == other.longValue();
    }
    return expected == null ? actual == null : expected.equals(actual);
  }

  private String name(FieldPath path) {
    return path.steps().isEmpty() ? subject : subject + ": " + path;
  }
}
