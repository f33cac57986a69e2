package io.kro4j.compiler.artifact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Annotations for the objects of a run, by what they are. They say how other tools shall treat the
 * objects, and are part of no digest.
 *
 * @param crds those of each CRD
 * @param roles those of each role
 * @param graphs those of each compiled graph
 */
public record LayerAnnotations(
    Map<String, String> crds, Map<String, String> roles, Map<String, String> graphs) {
  /** No annotations. */
  public static final LayerAnnotations NONE = new LayerAnnotations(Map.of(), Map.of(), Map.of());

  /** Copies. */
  public LayerAnnotations {
    crds = Collections.unmodifiableMap(new LinkedHashMap<>(crds));
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    graphs = Collections.unmodifiableMap(new LinkedHashMap<>(graphs));
  }
}
