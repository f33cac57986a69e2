package io.kro4j.compiler.artifact;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a CRD's meaning: of its name and its spec, without what an API server adds by
 * itself. So the CRD in Git and the same CRD read back from a cluster have the same digest, and
 * labels, annotations and status do not count.
 */
public final class CrdDigest {
  private CrdDigest() {}

  /**
   * The digest of a CRD.
   *
   * @param crd a {@code CustomResourceDefinition} of {@code apiextensions.k8s.io/v1} as plain JSON,
   *     from a file or from a cluster
   */
  public static Digest of(Map<String, ? extends @Nullable Object> crd) {
    Map<String, @Nullable Object> meaning = new LinkedHashMap<>();
    if (crd.get("metadata") instanceof Map<?, ?> metadata) {
      meaning.put("name", metadata.get("name"));
    }
    meaning.put("spec", withoutDefaults(crd.get("spec")));
    return Digest.ofJson(meaning);
  }

  private static @Nullable Object withoutDefaults(@Nullable Object spec) {
    if (!(spec instanceof Map<?, ?> fields)) {
      return spec;
    }
    Map<Object, @Nullable Object> kept = new LinkedHashMap<>(fields);
    if (Map.of("strategy", "None").equals(kept.get("conversion"))) {
      kept.remove("conversion");
    }
    if (Boolean.FALSE.equals(kept.get("preserveUnknownFields"))) {
      kept.remove("preserveUnknownFields");
    }
    return kept;
  }
}
