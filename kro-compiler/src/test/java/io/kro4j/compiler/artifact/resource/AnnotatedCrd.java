package io.kro4j.compiler.artifact.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.crd.generator.CRDGenerator;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.kro4j.compiler.artifact.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The CRD that fabric8's generator makes of an annotated class, for the caller to complete with
 * what annotations cannot say, such as formats and list maps.
 */
public final class AnnotatedCrd {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Class<?> annotated;
  private final Map<String, Object> crd;

  private AnnotatedCrd(Class<?> annotated, Map<String, Object> crd) {
    this.annotated = annotated;
    this.crd = crd;
  }

  /**
   * Generates the CRD of a class; its list kind and the columns that no field of the class backs
   * are in it already.
   *
   * @param scratch a folder for the generator to write to
   */
  public static AnnotatedCrd of(Class<? extends CustomResource<?, ?>> annotated, Path scratch)
      throws Exception {
    AnnotatedCrd generated = new AnnotatedCrd(annotated, generate(annotated, scratch));
    Map<String, Object> names = generated.object("spec", "names");
    names.put("listKind", names.get("kind") + "List");
    generated.version().put("additionalPrinterColumns", generated.columns());
    return generated;
  }

  /** The only version. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> version() {
    return ((List<Map<String, Object>>) object("spec").get("versions")).get(0);
  }

  /** The schema of a whole object. */
  public Map<String, Object> schema() {
    return below(version(), "schema", "openAPIV3Schema");
  }

  /** The schema of a field such as {@code spec.nodes}, or {@code spec.nodes[]} for its items. */
  public Map<String, Object> schema(String field) {
    Map<String, Object> schema = schema();
    for (String name : field.replace("[]", ".[]").split("\\.")) {
      schema = name.equals("[]") ? below(schema, "items") : below(schema, "properties", name);
    }
    return schema;
  }

  /** The CRD as the file that is committed. */
  public String yaml() {
    String source = annotated.getPackageName();
    return YamlWriter.write(List.of("Generated from " + source + ". DO NOT EDIT."), List.of(crd));
  }

  private Map<String, Object> object(String... path) {
    return below(crd, path);
  }

  private List<Map<String, Object>> columns() {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (AdditionalPrinterColumn column :
        annotated.getAnnotationsByType(AdditionalPrinterColumn.class)) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", column.name());
      json.put("type", column.type().getValue());
      json.put("jsonPath", column.jsonPath());
      if (column.priority() != 0) {
        json.put("priority", (long) column.priority());
      }
      columns.add(json);
    }
    return columns;
  }

  @SuppressWarnings({"deprecation", "unchecked"})
  private static Map<String, Object> generate(
      Class<? extends CustomResource<?, ?>> annotated, Path scratch) throws Exception {
    new CRDGenerator()
        .customResourceClasses(annotated)
        .forCRDVersions("v1")
        .inOutputDir(scratch.toFile())
        .generate();
    Path file = scratch.resolve(CustomResource.getCRDName(annotated) + "-v1.yml");
    return (Map<String, Object>) wholeNumbers(YAML.readValue(Files.readString(file), Object.class));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> below(Map<String, Object> at, String... path) {
    Map<String, Object> object = at;
    for (String name : path) {
      object = (Map<String, Object>) object.get(name);
    }
    return object;
  }

  private static Object wholeNumbers(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, wholeNumbers(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      return new ArrayList<>(list.stream().map(AnnotatedCrd::wholeNumbers).toList());
    }
    return value instanceof Double number && number == Math.rint(number)
        ? (Object) number.longValue()
        : value;
  }
}
