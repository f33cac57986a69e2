package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schema of {@code status}: the author's fields, and those that the runtime writes.
 *
 * <p>{@code state} and {@code conditions} are exactly upstream's. {@code conditions} is
 * deliberately no list of type {@code map}: its key would have to be required, which upstream takes
 * for a breaking change, and a cluster could not move between the two. What we add is {@code
 * observedGeneration}, by which kstatus (Flux, Helm, Argo CD) knows whether the status is about the
 * current spec, and {@code resources}, an entry for each object of the instance.
 *
 * <p>A field the author declares is the author's: the runtime then writes none of its own there,
 * except {@code state} and {@code conditions}, which upstream writes regardless.
 */
public final class StatusSchema {
  /** The field with the phase of the instance. */
  public static final String STATE = "state";

  /** The field with the conditions of the instance. */
  public static final String CONDITIONS = "conditions";

  /** The field with the generation that the status is about. */
  public static final String OBSERVED_GENERATION = "observedGeneration";

  /** The field with the objects of the instance. */
  public static final String RESOURCES = "resources";

  /** The fields of an entry of {@code resources}; all are strings. */
  public static final List<String> RESOURCE_FIELDS =
      List.of("id", "apiVersion", "kind", "namespace", "name", "state", "reason", "message");

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, String> EXPECTED =
      Map.of(STATE, "string", CONDITIONS, "array", OBSERVED_GENERATION, "integer");

  private StatusSchema() {}

  /**
   * The author's fields with the runtime's added.
   *
   * @param author the schema of the author's fields
   * @param written the fields as written, for places
   * @param found gets a warning for each of the author's fields that tools will misread or nobody
   *     writes
   */
  static JsonSchema complete(JsonSchema author, YamlValue.Mapping written, List<Diagnostic> found) {
    Map<String, Object> properties = new TreeMap<>();
    properties.put(STATE, TEXT);
    properties.put(CONDITIONS, conditions());
    properties.put(OBSERVED_GENERATION, observedGeneration());
    properties.put(RESOURCES, resources());
    author
        .properties()
        .forEach(
            (name, schema) -> {
              properties.put(name, schema.json());
              warn(name, schema, written, found);
            });
    Map<String, Object> json = new TreeMap<>(author.json());
    json.put("type", "object");
    json.put("properties", properties);
    return JsonSchema.of(json);
  }

  private static void warn(
      String name, JsonSchema schema, YamlValue.Mapping written, List<Diagnostic> found) {
    String expected = EXPECTED.get(name);
    if (expected == null) {
      return;
    }
    Span place = written.entry(name).map(entry -> entry.key().span()).orElse(written.span());
    if (schema.type().isEmpty() || schema.isType(expected)) {
      if (name.equals(STATE)) {
        found.add(ignored(place));
      }
      return;
    }
    found.add(
        Diagnostic.of(
                DiagnosticId.CRD_STATUS_FIELD,
                place,
                "`status." + name + "` is not of the type that kubectl, Flux and Helm expect there")
            .withHelp(
                name.equals(STATE)
                    ? "give the field another name: the runtime writes a string there, and the API server"
                        + " would refuse it"
                    : "give the field another name"));
  }

  private static Diagnostic ignored(Span place) {
    return Diagnostic.of(
            DiagnosticId.STATUS_STATE,
            place,
            "`status.state` is written by the runtime, and this expression is ignored")
        .withHelp("give the field another name, or remove it");
  }

  private static Map<String, Object> conditions() {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : List.of("lastTransitionTime", "message", "reason", "status", "type")) {
      fields.put(field, TEXT);
    }
    fields.put(OBSERVED_GENERATION, Map.of("type", "integer"));
    return listOf(fields);
  }

  private static Map<String, Object> resources() {
    Map<String, Object> fields = new LinkedHashMap<>();
    RESOURCE_FIELDS.forEach(field -> fields.put(field, TEXT));
    Map<String, Object> list = listOf(fields);
    list.put("description", "The objects of this instance and the state of each");
    return list;
  }

  private static Map<String, Object> observedGeneration() {
    return Map.of(
        "type", "integer",
        "format", "int64",
        "description", "The metadata.generation that this status is about");
  }

  private static Map<String, Object> listOf(Map<String, Object> fields) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", Map.of("type", "object", "properties", fields));
    return list;
  }
}
