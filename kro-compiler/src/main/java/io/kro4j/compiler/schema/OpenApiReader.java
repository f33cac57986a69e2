package io.kro4j.compiler.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the types of one OpenAPI v3 document. */
final class OpenApiReader {
  private static final String TYPE_NAME = "x-kubernetes-group-version-kind";

  /** How the names of Kubernetes' Go types start, unlike those made from a CRD's group. */
  private static final List<String> GO_TYPES =
      List.of(
          "io.k8s.api.",
          "io.k8s.apimachinery.pkg.",
          "io.k8s.apiextensions-apiserver.pkg.",
          "io.k8s.kube-aggregator.pkg.",
          "io.k8s.metrics.pkg.");

  private final Map<String, Object> paths;
  private final Map<String, Object> schemas;
  private final Map<String, Map<String, Object>> known = new ConcurrentHashMap<>();

  OpenApiReader(Map<String, Object> document) {
    this.paths = PlainJson.object(document.get("paths"));
    this.schemas = PlainJson.object(PlainJson.object(document.get("components")).get("schemas"));
  }

  /** The resources that the paths serve and that have a schema. */
  List<ResourceType> types() {
    Map<GroupVersionKind, String> names = names();
    List<ResourceType> types = new ArrayList<>();
    served()
        .forEach(
            (gvk, path) -> {
              if (names.containsKey(gvk)) {
                JsonSchema schema = JsonSchema.reference(names.get(gvk), this::definition);
                types.add(new ResourceType(gvk, path.plural(), path.scope(), schema));
              }
            });
    return types;
  }

  private Map<GroupVersionKind, String> names() {
    Map<GroupVersionKind, String> names = new HashMap<>();
    schemas.forEach(
        (name, schema) ->
            PlainJson.list(PlainJson.object(schema).get(TYPE_NAME))
                .forEach(type -> gvk(type).ifPresent(gvk -> names.put(gvk, name))));
    return names;
  }

  private Map<GroupVersionKind, ResourcePath> served() {
    Map<GroupVersionKind, ResourcePath> served = new TreeMap<>();
    paths.forEach(
        (text, operations) ->
            ResourcePath.of(text)
                .ifPresent(
                    path ->
                        PlainJson.object(operations).values().stream()
                            .map(operation -> PlainJson.object(operation).get(TYPE_NAME))
                            .flatMap(type -> gvk(type).stream())
                            .forEach(gvk -> served.merge(gvk, path, ResourcePath::narrower))));
    return served;
  }

  private Optional<Map<String, Object>> definition(String name) {
    return schemas.containsKey(name)
        ? Optional.of(known.computeIfAbsent(name, this::normalized))
        : Optional.empty();
  }

  private Map<String, Object> normalized(String name) {
    Map<String, Object> definition = PlainJson.object(schemas.get(name));
    return GO_TYPES.stream().anyMatch(name::startsWith)
        ? ZeroDefaults.removedFrom(definition)
        : definition;
  }

  private static Optional<GroupVersionKind> gvk(Object type) {
    Map<String, Object> parts = PlainJson.object(type);
    return parts.get("group") instanceof String group
            && parts.get("version") instanceof String version
            && parts.get("kind") instanceof String kind
        ? Optional.of(new GroupVersionKind(group, version, kind))
        : Optional.empty();
  }
}
