package io.kro4j.compiler.admission;

import io.kro4j.compiler.schema.PlainJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of an instance that leaves it to the API server, by {@code metadata.generateName}. The
 * server adds five random characters to what it is given, of which it keeps 58 ({@code
 * apiserver/pkg/storage/names/generate.go}); here they are always the same, so that the same input
 * gives the same output: {@code web-} becomes {@code web-xxxxx}.
 */
final class GeneratedName {
  private static final int MOST_KEPT = 58;
  private static final String RANDOM = "xxxxx";

  private GeneratedName() {}

  /** The name that stands for those that may be made of a prefix. */
  static String of(String prefix) {
    return prefix.substring(0, Math.min(prefix.length(), MOST_KEPT)) + RANDOM;
  }

  /** Names an instance that has a prefix and no name. */
  static void fill(Map<String, @Nullable Object> instance) {
    Map<String, @Nullable Object> metadata =
        new LinkedHashMap<>(PlainJson.object(instance.get("metadata")));
    Optional<String> prefix =
        PlainJson.text(metadata.get("generateName")).filter(text -> !text.isEmpty());
    if (prefix.isPresent() && leavesName(metadata)) {
      metadata.put("name", of(prefix.get()));
      instance.put("metadata", metadata);
    }
  }

  /**
   * Whether a name is left to the API server: there is none, or an empty one. One of another type
   * than text is a mistake that is still to be found.
   */
  static boolean leavesName(Map<String, ? extends @Nullable Object> metadata) {
    Object name = metadata.get("name");
    return name == null || name.equals("");
  }
}
