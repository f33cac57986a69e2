package io.kro4j.compiler.crd.compat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the changes of one comparison. */
final class ChangeLog {
  private final List<CrdChange> changes = new ArrayList<>();

  /** Adds a change; the message is {@code `path`: what}. */
  void add(
      String path,
      ChangeRule rule,
      @Nullable Object oldValue,
      @Nullable Object newValue,
      String what) {
    changes.add(new CrdChange(path, rule, oldValue, newValue, "`" + path + "`: " + what));
  }

  /** Adds a change of one value, if it is one, under one rule. */
  void compare(
      String path, ChangeRule rule, String name, @Nullable Object before, @Nullable Object after) {
    if (!same(before, after)) {
      add(path, rule, before, after, name + " changed from " + text(before) + " to " + text(after));
    }
  }

  /** The changes so far. */
  List<CrdChange> list() {
    return List.copyOf(changes);
  }

  /** A value as messages show it. */
  static String text(@Nullable Object value) {
    return value == null ? "nothing" : "`" + value + "`";
  }

  /** Whether two JSON values are equal; numbers by value, whatever class they have. */
  static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return decimal(a).compareTo(decimal(b)) == 0;
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      boolean same = a.size() == b.size();
      for (int i = 0; same && i < a.size(); i++) {
        same = same(a.get(i), b.get(i));
      }
      return same;
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
    }
    return left == null ? right == null : left.equals(right);
  }

  /** A JSON number by value. */
  static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }
}
