package io.kro4j.compiler.artifact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a definition: equal for two texts that mean the same. Formatting, comments, the
 * order of keys and the spelling of the kind do not count, and neither do labels or annotations
 * other than the compiler's own ({@code kro4j.io/…}).
 */
public final class SourceDigest {
  private static final String OWN_ANNOTATIONS = "kro4j.io/";

  private SourceDigest() {}

  /**
   * The digest of a definition.
   *
   * @param definition a {@code ResourceGroup} or {@code ResourceGraphDefinition} as plain JSON;
   *     parts that are missing or of a wrong type count as absent
   */
  public static Digest of(Map<String, ? extends @Nullable Object> definition) {
    Map<String, @Nullable Object> meaning = new LinkedHashMap<>();
    Object metadata = definition.get("metadata");
    if (metadata instanceof Map<?, ?> fields) {
      meaning.put("name", fields.get("name"));
      meaning.put("annotations", ownAnnotations(fields.get("annotations")));
    }
    meaning.put("spec", definition.get("spec"));
    return Digest.ofJson(meaning);
  }

  private static Map<String, @Nullable Object> ownAnnotations(@Nullable Object annotations) {
    Map<String, @Nullable Object> own = new TreeMap<>();
    if (annotations instanceof Map<?, ?> all) {
      all.forEach(
          (key, value) -> {
            if (key instanceof String name && name.startsWith(OWN_ANNOTATIONS)) {
              own.put(name, value);
            }
          });
    }
    return own;
  }
}
