package io.kro4j.compiler.lock;

import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;

/**
 * A lock as it was read, with the places of what it says.
 *
 * @param lock what it says
 * @param root the whole of it
 */
public record LockFile(SchemaLock lock, YamlValue.Mapping root) {
  /** Where it speaks of Kubernetes. */
  Span kubernetes() {
    return root.find("kubernetes").map(entry -> entry.key().span()).orElseGet(root::start);
  }

  /** Where it speaks of a source. */
  Span source(LockSection section, String name) {
    return root.find(section.key(), name)
        .map(entry -> entry.key().span())
        .orElseGet(() -> section(section));
  }

  /** Where it would speak of another source of a section. */
  Span section(LockSection section) {
    return root.find(section.key()).map(entry -> entry.key().span()).orElseGet(root::start);
  }
}
