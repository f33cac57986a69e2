package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.runtime.revision.Owner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A definition as text for the compiler, made of an object of the cluster. It holds what means
 * something to the compiler and nothing else, so that equal definitions have equal texts.
 */
final class Definition {
  private static final String SETTINGS = "kro4j.io/";

  private final String name;
  private final Map<String, Object> json;

  private Definition(String name, Map<String, Object> json) {
    this.name = name;
    this.json = json;
  }

  /**
   * The definition of a spec. Both kinds of definitions mean the same, so the kind does not count.
   *
   * @param name the name of the group
   * @param annotations its annotations, of which the compiler reads its own
   * @param spec its spec, or that of a revision
   */
  static Definition of(String name, Map<String, String> annotations, Map<String, Object> spec) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    Map<String, Object> settings = new TreeMap<>();
    annotations.forEach(
        (key, value) -> {
          if (key.startsWith(SETTINGS)) {
            settings.put(key, value);
          }
        });
    if (!settings.isEmpty()) {
      metadata.put("annotations", settings);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("apiVersion", Owner.API_VERSION);
    json.put("kind", ResourceGroup.Kind.RESOURCE_GROUP.text());
    json.put("metadata", metadata);
    json.put("spec", spec);
    return new Definition(name, json);
  }

  /** The name of the group. */
  String name() {
    return name;
  }

  /** Equal for equal definitions. */
  String digest() {
    return Digest.ofJson(json).text();
  }

  /** The definition as a file. */
  SourceFile file() {
    return SourceFile.of(name, YamlWriter.write(json));
  }

  /**
   * Findings as a message.
   *
   * @param file what {@link #file} returned and was compiled
   * @param findings what was found in it; at least one
   */
  static String describe(SourceFile file, List<Diagnostic> findings) {
    List<YamlDocument> documents =
        YamlReader.read(file, YamlLimits.DEFAULT).value().orElse(List.of());
    return DiagnosticLines.of(
        findings,
        finding ->
            documents.isEmpty() ? "" : new FieldPlaces(documents.get(0).root()).of(finding.span()));
  }
}
