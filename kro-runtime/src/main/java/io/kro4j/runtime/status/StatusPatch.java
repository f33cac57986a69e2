package io.kro4j.runtime.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON merge patch (RFC 7396) that makes one object of another. Lists are replaced as a whole,
 * what the target lacks is set to null, and what is equal is not mentioned, so that a status that
 * says nothing new costs no request.
 */
public final class StatusPatch {
  private StatusPatch() {}

  /**
   * The patch of a whole object's status.
   *
   * @param before the status in the cluster, as plain JSON
   * @param after the status to write
   * @return {@code {"status": …}}, or empty if there is nothing to write
   */
  public static Optional<Map<String, @Nullable Object>> between(
      Map<String, ? extends @Nullable Object> before,
      Map<String, ? extends @Nullable Object> after) {
    Map<String, @Nullable Object> changes = changes(before, after);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> patch = new LinkedHashMap<>();
    patch.put("status", changes);
    return Optional.of(patch);
  }

  private static Map<String, @Nullable Object> changes(Map<?, ?> before, Map<?, ?> after) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    before.forEach(
        (key, value) -> {
          if (value != null && after.get(key) == null) {
            changes.put(String.valueOf(key), null);
          }
        });
    after.forEach((key, value) -> change(String.valueOf(key), before.get(key), value, changes));
    return changes;
  }

  private static void change(
      String key,
      @Nullable Object before,
      @Nullable Object after,
      Map<String, @Nullable Object> changes) {
    if (after == null || same(before, after)) {
      return;
    }
    if (before instanceof Map<?, ?> from && after instanceof Map<?, ?> to) {
      changes.put(key, changes(from, to));
    } else {
      changes.put(key, withoutNulls(after));
    }
  }

  /** In a merge patch a null means removal, so none may be in what is new. */
  private static Object withoutNulls(Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      return value;
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    fields.forEach(
        (key, field) -> {
          if (field != null) {
            kept.put(String.valueOf(key), withoutNulls(field));
          }
        });
    return kept;
  }

  private static boolean same(@Nullable Object before, @Nullable Object after) {
    if (before instanceof Map<?, ?> from && after instanceof Map<?, ?> to) {
      return changes(from, to).isEmpty();
    }
    if (before instanceof List<?> from && after instanceof List<?> to) {
      return sameItems(from, to);
    }
    if (before instanceof Number from && after instanceof Number to) {
      return from.doubleValue() == to.doubleValue() && from.longValue() == to.longValue();
    }
    return before == null ? after == null : before.equals(after);
  }

  private static boolean sameItems(List<?> before, List<?> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!same(before.get(i), after.get(i))) {
        return false;
      }
    }
    return true;
  }
}
