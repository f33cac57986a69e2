package io.kro4j.compiler.gitops;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A status and the health that it stands for.
 *
 * @param name what the case is about, as a file name
 * @param health what Argo CD is to show
 * @param message what it is to say about it
 * @param status the status; empty for none
 */
record HealthCase(
    String name, String health, String message, Map<String, @Nullable Object> status) {
  /** The generation of the objects of all cases. */
  static final long GENERATION = 2;

  /**
   * Reads the cases of a rule.
   *
   * @param text a YAML list; each item has the components of this record
   */
  static List<HealthCase> read(String text) {
    YamlValue root =
        YamlReader.read(SourceFile.of("health cases", text), YamlLimits.DEFAULT)
            .value()
            .orElseThrow()
            .get(0)
            .root();
    return ((YamlValue.Sequence) root)
        .items().stream().map(item -> of(((YamlValue.Mapping) item).toJson())).toList();
  }

  private static HealthCase of(Map<String, @Nullable Object> json) {
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> status =
        (Map<String, @Nullable Object>) Objects.requireNonNull(json.get("status"));
    return new HealthCase(text(json, "name"), text(json, "health"), text(json, "message"), status);
  }

  private static String text(Map<String, @Nullable Object> json, String field) {
    return (String) Objects.requireNonNull(json.get(field));
  }
}
