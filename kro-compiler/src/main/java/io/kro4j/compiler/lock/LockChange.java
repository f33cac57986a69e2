package io.kro4j.compiler.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A source of schemas that two locks say different things of; at least one says anything.
 *
 * @param section the kind of source
 * @param name its name
 * @param before what the first lock says of it
 * @param after what the second says
 */
public record LockChange(
    LockSection section, String name, Optional<LockedSource> before, Optional<LockedSource> after) {

  /** What differs, by section and name. */
  public static List<LockChange> between(SchemaLock before, SchemaLock after) {
    List<LockChange> changes = new ArrayList<>();
    for (LockSection section : LockSection.values()) {
      changes.addAll(between(section, before.section(section), after.section(section)));
    }
    return changes;
  }

  private static List<LockChange> between(
      LockSection section,
      SortedMap<String, LockedSource> before,
      SortedMap<String, LockedSource> after) {
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .map(name -> new LockChange(section, name, of(before, name), of(after, name)))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private static Optional<LockedSource> of(Map<String, LockedSource> sources, String name) {
    @Nullable LockedSource source = sources.get(name);
    return Optional.ofNullable(source);
  }

  /** One line, such as {@code + CRD file src/crds/cache.yaml}. */
  public String line() {
    String sign = before.isEmpty() ? "+ " : after.isEmpty() ? "- " : "~ ";
    return sign + section.noun() + " " + name + versions();
  }

  /** Such as {@code , 1.0 to 1.1}. */
  private String versions() {
    List<String> versions = new ArrayList<>();
    before.flatMap(LockedSource::version).ifPresent(versions::add);
    after
        .flatMap(LockedSource::version)
        .filter(version -> !versions.contains(version))
        .ifPresent(versions::add);
    return versions.isEmpty() ? "" : ", " + String.join(" to ", versions);
  }
}
