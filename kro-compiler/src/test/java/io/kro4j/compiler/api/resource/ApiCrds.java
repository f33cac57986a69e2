package io.kro4j.compiler.api.resource;

import io.kro4j.compiler.artifact.resource.AnnotatedCrd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The CRDs of kro's own kinds: the annotated classes, and what annotations cannot say. */
public final class ApiCrds {
  private ApiCrds() {}

  /**
   * The CRDs as the files that are committed, by name.
   *
   * @param scratch a folder for the generator to write to
   */
  public static Map<String, String> files(Path scratch) throws Exception {
    Map<String, String> files = new TreeMap<>();
    files.put("resourcegroups.kro.run.yaml", group(AnnotatedCrd.of(ResourceGroup.class, scratch)));
    files.put(
        "resourcegraphdefinitions.kro.run.yaml",
        group(AnnotatedCrd.of(ResourceGraphDefinition.class, scratch)));
    files.put(
        "graphrevisions.internal.kro.run.yaml",
        revision(AnnotatedCrd.of(GraphRevision.class, scratch)));
    return files;
  }

  private static String group(AnnotatedCrd crd) {
    crd.schema()
        .put("description", "Defines an API by a schema and the resources behind each instance.");
    completeSpec(crd, "spec");
    completeConditions(crd);
    crd.schema("status.lastIssuedRevision").put("format", "int64");
    return crd.yaml();
  }

  private static String revision(AnnotatedCrd crd) {
    crd.version().put("selectableFields", List.of(Map.of("jsonPath", ".spec.snapshot.name")));
    crd.schema().put("description", "The spec of a group as it was at one time.");
    crd.schema("spec.revision").put("format", "int64");
    crd.schema("spec.snapshot.generation").put("format", "int64");
    completeSpec(crd, "spec.snapshot.spec");
    completeConditions(crd);
    return crd.yaml();
  }

  private static void completeSpec(AnnotatedCrd crd, String spec) {
    // The generator puts the mark of a field on the class around it, too.
    crd.schema(spec + ".schema").remove("x-kubernetes-preserve-unknown-fields");
    crd.schema(spec + ".resources[]").remove("x-kubernetes-preserve-unknown-fields");
    crd.schema(spec + ".schema.additionalPrinterColumns[].priority").put("format", "int32");
    crd.schema(spec + ".schema.plural").put("maxLength", 63L);
    completeNames(crd.schema(spec + ".schema.shortNames"));
    completeNames(crd.schema(spec + ".schema.categories"));
    crd.schema(spec + ".resources[].forEach[]").put("minProperties", 1L);
    crd.schema(spec + ".resources[].forEach[]").put("maxProperties", 1L);
    String external = spec + ".resources[].externalRef.metadata";
    crd.schema(external + ".name").put("minLength", 1L);
    String expressions = external + ".selector.matchExpressions";
    crd.schema(expressions).put("x-kubernetes-list-type", "atomic");
    crd.schema(expressions + "[].values").put("x-kubernetes-list-type", "atomic");
    crd.schema(external + ".selector").put("x-kubernetes-map-type", "atomic");
  }

  private static void completeNames(Map<String, Object> names) {
    names.put("maxItems", 32L);
    names.put("x-kubernetes-list-type", "set");
    @SuppressWarnings("unchecked")
    Map<String, Object> name = (Map<String, Object>) names.get("items");
    name.put("maxLength", 63L);
    name.put("pattern", "^[a-z]([-a-z0-9]*[a-z0-9])?$");
  }

  private static void completeConditions(AnnotatedCrd crd) {
    crd.schema("status.conditions[].lastTransitionTime").put("format", "date-time");
    crd.schema("status.conditions[].observedGeneration").put("format", "int64");
  }
}
