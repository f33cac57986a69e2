package io.kro4j.compiler.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A definition and what upstream made of it.
 *
 * @param name {@code SET/CASE}, with {@code #omit} if {@code omit()} is switched on
 * @param folder where its files are
 * @param outcome {@code outcome.json}
 * @param omitAllowed whether {@code omit()} is switched on
 */
record CorpusCase(String name, Path folder, Map<String, Object> outcome, boolean omitAllowed) {
  boolean accepted() {
    return Boolean.TRUE.equals(outcome.get("accepted"));
  }

  boolean unstable() {
    return outcome.containsKey("unstable");
  }

  /** The cases of the same set that were applied before. */
  List<String> dependsOn() {
    return outcome.get("dependsOn") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }
}
