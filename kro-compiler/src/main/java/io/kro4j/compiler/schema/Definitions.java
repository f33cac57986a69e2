package io.kro4j.compiler.schema;

import java.util.Map;
import java.util.Optional;

/** Where a schema's {@code $ref}s lead: named schemas as plain JSON. */
@FunctionalInterface
public interface Definitions {
  /** No named schemas: every reference is dangling. */
  Definitions NONE = name -> Optional.empty();

  /**
   * The named schema.
   *
   * @param name the last part of the {@code $ref}, such as {@code io.k8s.api.core.v1.PodSpec}
   * @return the schema as plain JSON, which may hold references itself
   */
  Optional<Map<String, Object>> find(String name);
}
