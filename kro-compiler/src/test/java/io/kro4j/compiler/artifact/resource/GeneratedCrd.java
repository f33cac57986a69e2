package io.kro4j.compiler.artifact.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.crd.generator.CRDGenerator;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.kro4j.compiler.artifact.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The CRD of {@code CompiledGraph}: what fabric8's generator makes of the annotated classes,
 * completed by what it cannot say (formats, list maps, columns that no field of the class backs).
 */
public final class GeneratedCrd {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private GeneratedCrd() {}

  /** The CRD as the file that is committed. */
  public static String yaml(Path scratch) throws Exception {
    Map<String, Object> crd = generate(scratch);
    complete(crd);
    return YamlWriter.write(
        List.of("Generated from io.kro4j.compiler.artifact.resource. DO NOT EDIT."), List.of(crd));
  }

  @SuppressWarnings({"deprecation", "unchecked"})
  private static Map<String, Object> generate(Path scratch) throws Exception {
    new CRDGenerator()
        .customResourceClasses(CompiledGraph.class)
        .forCRDVersions("v1")
        .inOutputDir(scratch.toFile())
        .generate();
    Path file = scratch.resolve("compiledgraphs.kro4j.io-v1.yml");
    return (Map<String, Object>) wholeNumbers(YAML.readValue(Files.readString(file), Object.class));
  }

  private static void complete(Map<String, Object> crd) {
    object(crd, "spec", "names").put("listKind", "CompiledGraphList");
    Map<String, Object> version = list(crd, "spec", "versions").get(0);
    version.put("additionalPrinterColumns", columns());
    Map<String, Object> schema = object(version, "schema", "openAPIV3Schema");
    schema.put(
        "description", "A ResourceGroup as the compiler checked it, for the runtime to serve.");
    schema.put("required", List.of("spec"));
    Map<String, Object> spec = object(schema, "properties", "spec", "properties");
    // The generator puts the mark of a field on the class around it, too.
    object(spec, "nodes", "items").remove("x-kubernetes-preserve-unknown-fields");
    object(spec, "status").remove("x-kubernetes-preserve-unknown-fields");
    object(spec, "formatVersion").put("format", "int32");
    Map<String, Object> status = object(schema, "properties", "status", "properties");
    object(status, "observedGeneration").put("format", "int64");
    object(status, "conditions").put("x-kubernetes-list-type", "map");
    object(status, "conditions").put("x-kubernetes-list-map-keys", List.of("type"));
    Map<String, Object> condition = object(status, "conditions", "items", "properties");
    object(condition, "observedGeneration").put("format", "int64");
    object(condition, "lastTransitionTime").put("format", "date-time");
  }

  private static List<Map<String, Object>> columns() {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (AdditionalPrinterColumn column :
        CompiledGraph.class.getAnnotationsByType(AdditionalPrinterColumn.class)) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", column.name());
      json.put("type", column.type().getValue());
      json.put("jsonPath", column.jsonPath());
      columns.add(json);
    }
    return columns;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> at, String... path) {
    Map<String, Object> object = at;
    for (String name : path) {
      object = (Map<String, Object>) object.get(name);
    }
    return object;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(
      Map<String, Object> at, String parent, String name) {
    return (List<Map<String, Object>>) object(at, parent).get(name);
  }

  private static Object wholeNumbers(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, wholeNumbers(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list.stream().map(GeneratedCrd::wholeNumbers).toList());
    }
    return value instanceof Double number && number == Math.rint(number)
        ? (Object) number.longValue()
        : value;
  }
}
