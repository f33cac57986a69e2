package io.kro4j.compiler.lock;

import io.kro4j.compiler.json.IndentedJson;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the groups of a build are checked against, with digests. {@code
 * docs/schemas/lock.schema.json} says what the file looks like.
 *
 * @param kubernetes the bundled types
 * @param sections the other sources by their names; a section without sources is left out
 */
public record SchemaLock(
    LockedKubernetes kubernetes, Map<LockSection, SortedMap<String, LockedSource>> sections) {
  /** The format of the file. */
  static final String FORMAT = "kro4j.io/lock/v1";

  /** Copies the maps. */
  public SchemaLock {
    Map<LockSection, SortedMap<String, LockedSource>> copy = new EnumMap<>(LockSection.class);
    sections.forEach(
        (section, sources) -> {
          if (!sources.isEmpty()) {
            copy.put(section, Collections.unmodifiableSortedMap(new TreeMap<>(sources)));
          }
        });
    sections = Collections.unmodifiableMap(copy);
  }

  /** The sources of a section. */
  public SortedMap<String, LockedSource> section(LockSection section) {
    return sections.getOrDefault(section, Collections.emptySortedMap());
  }

  /** The text of the file: sorted, one digest to a line, so that Git merges it. */
  public String text() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("kubernetes", kubernetes.json());
    sections.forEach(
        (section, sources) -> {
          Map<String, Object> entries = new LinkedHashMap<>();
          sources.forEach((name, source) -> entries.put(name, source.json()));
          json.put(section.key(), entries);
        });
    return IndentedJson.write(json);
  }
}
