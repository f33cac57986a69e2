package io.kro4j.runtime.watch;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.cluster.ListQuery;
import io.kro4j.runtime.cluster.PlainJson;
import java.util.Map;

/** Which objects of a type are watched. */
public enum Selection {
  /** Those that instances made: with the label {@code kro.run/owned=true}. */
  OWNED,
  /** All. */
  ALL;

  private static final String LABEL = "kro.run/owned";

  ListQuery query(ApiType type) {
    ListQuery all = ListQuery.of(type);
    return this == OWNED ? all.labelled(LABEL + "=true") : all;
  }

  boolean holds(Map<String, Object> object) {
    return this == ALL || "true".equals(PlainJson.at(object, "metadata", "labels", LABEL));
  }
}
