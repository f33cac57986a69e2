package io.kro4j.compiler.model;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Map;

/**
 * A definition as written: {@code kind: ResourceGroup} or {@code kind: ResourceGraphDefinition}.
 *
 * @param kind which of the two kinds the file says; both mean the same
 * @param name {@code metadata.name}
 * @param labels {@code metadata.labels}, in the order of the file
 * @param annotations {@code metadata.annotations}, in the order of the file
 * @param schema the API the group defines
 * @param resources the resources, in the order of the file
 * @param document the whole document as written
 */
public record ResourceGroup(
    Kind kind,
    MappedText name,
    Map<String, String> labels,
    Map<String, String> annotations,
    SchemaDefinition schema,
    List<ResourceDefinition> resources,
    YamlValue.Mapping document) {

  /** The kinds a definition may have. */
  public enum Kind {
    /** The name this project uses. */
    RESOURCE_GROUP("ResourceGroup"),
    /** The name upstream kro uses. */
    RESOURCE_GRAPH_DEFINITION("ResourceGraphDefinition");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The kind as written in YAML. */
    public String text() {
      return text;
    }
  }

  /** Copies the lists; the maps keep the order they come in. */
  public ResourceGroup {
    resources = List.copyOf(resources);
  }

  /** The place of the whole document. */
  public Span span() {
    return document.span();
  }
}
