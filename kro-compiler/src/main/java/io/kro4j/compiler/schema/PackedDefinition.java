package io.kro4j.compiler.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A named schema of the bundled Kubernetes schemas, parsed at first use. */
final class PackedDefinition {
  private final PackedLine line;
  private volatile @Nullable Map<String, Object> json;

  /** The definition of a line that holds its name and its schema. */
  PackedDefinition(PackedLine line) {
    this.line = line;
  }

  /** Whether it is that of a minor version. */
  boolean holdsFor(int minor) {
    return line.holdsFor(minor);
  }

  /** The schema as plain JSON, without the defaults that only fill Go structs. */
  Map<String, Object> json() {
    Map<String, Object> known = json;
    if (known == null) {
      known = ZeroDefaults.removedFrom(PackedJson.read(line.afterFirstWord()));
      json = known;
    }
    return known;
  }
}
