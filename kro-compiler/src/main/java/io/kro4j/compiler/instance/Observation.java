package io.kro4j.compiler.instance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster has for a node.
 *
 * @param objects for owned objects one element for each desired one, in that order, null where it
 *     is not there; for a reference by name one element; for a reference by selector the objects
 *     found, in any order
 * @param failures why objects could not be applied or read, by their index
 */
public record Observation(
    List<@Nullable Map<String, @Nullable Object>> objects, Map<Integer, String> failures) {
  /** Copies both. */
  public Observation {
    objects = Collections.unmodifiableList(new ArrayList<>(objects));
    failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
  }

  /** One object that is there. */
  public static Observation of(Map<String, @Nullable Object> object) {
    return new Observation(List.of(object), Map.of());
  }

  /** Several objects, null for each that is not there. */
  public static Observation of(List<? extends @Nullable Map<String, @Nullable Object>> objects) {
    return new Observation(new ArrayList<>(objects), Map.of());
  }

  /** One object that is not there. */
  public static Observation absent() {
    return of(Collections.<@Nullable Map<String, @Nullable Object>>singletonList(null));
  }

  /**
   * The same with an object that could not be applied or read.
   *
   * @param index its place among the objects
   * @param message why, as a sentence without a final full stop
   */
  public Observation withFailure(int index, String message) {
    Map<Integer, String> more = new LinkedHashMap<>(failures);
    more.put(index, message);
    return new Observation(objects, more);
  }
}
