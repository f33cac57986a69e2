package io.kro4j.compiler.schema;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the types of one CRD of {@code apiextensions.k8s.io/v1} and says what is wrong with it. */
final class CrdReader {
  private final SchemaSource source;
  private final Diagnostics diagnostics;

  CrdReader(SchemaSource source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** What messages call the CRD. */
  String name() {
    Object metadata = source.json().get("metadata");
    return PlainJson.text(PlainJson.object(metadata).get("name"))
        .map(name -> "CustomResourceDefinition `" + name + "`")
        .orElse("a CustomResourceDefinition without a name");
  }

  /** A type per sound, served version. */
  List<ResourceType> types() {
    Map<String, Object> spec = PlainJson.object(source.json().get("spec"));
    Map<String, Object> names = PlainJson.object(spec.get("names"));
    Optional<String> group = required("spec.group", spec.get("group"));
    Optional<String> kind = required("spec.names.kind", names.get("kind"));
    Optional<String> plural = required("spec.names.plural", names.get("plural"));
    Optional<Scope> scope = scope(spec.get("scope"));
    List<CrdVersion> versions = versions(PlainJson.list(spec.get("versions")));
    if (group.isEmpty() || kind.isEmpty() || plural.isEmpty() || scope.isEmpty()) {
      return List.of();
    }
    return versions.stream()
        .map(
            version ->
                new ResourceType(
                    new GroupVersionKind(group.get(), version.name(), kind.get()),
                    plural.get(),
                    scope.get(),
                    PublishedSchema.of(version.schema())))
        .toList();
  }

  private Optional<Scope> scope(@Nullable Object value) {
    Optional<String> text = required("spec.scope", value);
    for (Scope scope : Scope.values()) {
      if (text.filter(scope.text()::equals).isPresent()) {
        return Optional.of(scope);
      }
    }
    text.ifPresent(
        other -> report("says `" + other + "` for `spec.scope`, not `Namespaced` or `Cluster`"));
    return Optional.empty();
  }

  private List<CrdVersion> versions(List<Object> values) {
    if (values.isEmpty()) {
      report("has no `spec.versions`");
    }
    List<CrdVersion> versions = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      version("spec.versions[" + i + "]", PlainJson.object(values.get(i))).ifPresent(versions::add);
    }
    return versions;
  }

  /** A version, if it is served and sound. */
  private Optional<CrdVersion> version(String path, Map<String, Object> version) {
    Optional<String> name = required(path + ".name", version.get("name"));
    if (!(version.get("served") instanceof Boolean served)) {
      report("has no `" + path + ".served`");
      return Optional.empty();
    }
    if (name.isEmpty() || !served) {
      return Optional.empty();
    }
    Object schema = PlainJson.object(version.get("schema")).get("openAPIV3Schema");
    if (!"object".equals(PlainJson.object(schema).get("type"))) {
      report("has no `" + path + ".schema.openAPIV3Schema` of type `object`");
      return Optional.empty();
    }
    return Optional.of(new CrdVersion(name.get(), PlainJson.object(schema)));
  }

  private Optional<String> required(String path, @Nullable Object value) {
    Optional<String> text = PlainJson.text(value);
    if (text.isEmpty()) {
      report("has no `" + path + "`");
    }
    return text;
  }

  private void report(String what) {
    diagnostics.add(
        DiagnosticId.SCHEMA_INVALID_SOURCE,
        source.span(),
        name() + " " + what,
        "an API server would refuse it; take the CRD as its project publishes it");
  }

  /** A served version. */
  private record CrdVersion(String name, Map<String, Object> schema) {}
}
