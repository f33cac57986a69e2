package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ListQuery;
import java.util.Map;

/** Which objects of a type are watched. */
public enum Selection {
  /**
   * Those that are part of an ApplySet. Objects of instances are, and of other tools' sets, which
   * instances must leave alone.
   */
  OWNED,
  /** All. */
  ALL;

  private static final String PART_OF = "applyset.kubernetes.io/part-of";

  ListQuery query(ApiType type) {
    ListQuery all = ListQuery.of(type);
    return this == OWNED ? all.labelled(PART_OF) : all;
  }

  boolean holds(Map<String, Object> object) {
    return this == ALL || PlainJson.at(object, "metadata", "labels", PART_OF) != null;
  }
}
