package io.kro4j.runtime.crd;

import io.kro4j.compiler.schema.PlainJson;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of a CRD that no other CRD of its API group may have.
 *
 * @param kinds names of kinds: of the objects and of their lists
 * @param resources names in paths and on the command line
 */
record CrdNames(Set<String> kinds, Set<String> resources) {
  /** Reads {@code spec.names} or {@code status.acceptedNames}. */
  static CrdNames of(Map<String, Object> names) {
    Set<String> kinds = new TreeSet<>();
    Set<String> resources = new TreeSet<>();
    PlainJson.text(names.get("kind")).ifPresent(kinds::add);
    PlainJson.text(names.get("listKind")).ifPresent(kinds::add);
    PlainJson.text(names.get("plural")).ifPresent(resources::add);
    PlainJson.text(names.get("singular")).ifPresent(resources::add);
    PlainJson.list(names.get("shortNames")).forEach(each -> resources.add(String.valueOf(each)));
    return new CrdNames(kinds, resources);
  }

  /** The names that are in both, sorted. */
  Set<String> shared(CrdNames other) {
    Set<String> shared = new TreeSet<>();
    kinds.stream().filter(other.kinds::contains).forEach(shared::add);
    resources.stream().filter(other.resources::contains).forEach(shared::add);
    return shared;
  }
}
