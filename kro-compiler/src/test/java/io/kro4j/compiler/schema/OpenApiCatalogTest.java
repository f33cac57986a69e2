package io.kro4j.compiler.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiCatalogTest {
  private static final Span PLACE = new Span(SourceFile.of("openapi.json", "{}"), 0, 2);

  private static final String DOCUMENT =
      """
      {"openapi": "3.0.0", "info": {"title": "Kubernetes", "version": "v1.36.3"},
       "paths": {
         "/apis/example.org/v1/": {"get": {"responses": {}}},
         "/apis/example.org/v1/backups": {"parameters": [],
           "get": {"x-kubernetes-action": "list", TYPE}},
         "/apis/example.org/v1/namespaces/{namespace}/backups": {"post": {TYPE}},
         "/apis/example.org/v1/namespaces/{namespace}/backups/{name}": {"get": {TYPE}},
         "/apis/example.org/v1/namespaces/{namespace}/backups/{name}/scale": {
           "get": {"x-kubernetes-group-version-kind":
             {"group": "autoscaling", "version": "v1", "kind": "Scale"}}},
         "/apis/example.org/v1/watch/backups": {"get": {TYPE}},
         "/apis/example.org/v1/vaults/{name}": {"get": {"x-kubernetes-group-version-kind":
             {"group": "example.org", "version": "v1", "kind": "Vault"}}},
         "/apis/example.org/v1/ghosts/{name}": {"get": {"x-kubernetes-group-version-kind":
             {"group": "example.org", "version": "v1", "kind": "Ghost"}}}},
       "components": {"schemas": {
         "org.example.v1.Backup": {"type": "object", "required": ["mode"],
           "properties": {
             "apiVersion": {"type": "string"}, "kind": {"type": "string"},
             "metadata": {"description": "Standard", "allOf": [
               {"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"}]},
             "mode": {"type": "string", "default": ""},
             "next": {"$ref": "#/components/schemas/org.example.v1.Backup"},
             "loop": {"$ref": "#/components/schemas/org.example.v1.Loop"},
             "lost": {"$ref": "#/components/schemas/org.example.v1.Lost"}},
           "x-kubernetes-group-version-kind": [
             {"group": "example.org", "version": "v1", "kind": "Backup"}]},
         "org.example.v1.Loop": {"$ref": "#/components/schemas/org.example.v1.Loop"},
         "org.example.v1.Vault": {"type": "object", "x-kubernetes-group-version-kind": [
             {"group": "example.org", "version": "v1", "kind": "Vault"}]},
         "org.example.v1.BackupList": {"type": "object", "x-kubernetes-group-version-kind": [
             {"group": "example.org", "version": "v1", "kind": "BackupList"}]},
         "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta": {"type": "object",
           "required": ["uid"],
           "properties": {"name": {"type": "string"}, "uid": {"type": "string", "default": ""}}},
         "io.k8s.api.autoscaling.v1.Scale": {"type": "object",
           "x-kubernetes-group-version-kind": [
             {"group": "autoscaling", "version": "v1", "kind": "Scale"}]}}}}
      """
          .replace(
              "TYPE",
              "\"x-kubernetes-group-version-kind\": {\"group\": \"example.org\","
                  + " \"version\": \"v1\", \"kind\": \"Backup\"}");

  @Test
  void findsTheResourcesThatPathsServe() {
    Checked<SchemaCatalog> read = read(DOCUMENT);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.value().orElseThrow().types())
        .extracting(GroupVersionKind::kind)
        .containsExactly("Backup", "Vault");
    assertThat(type("Backup").plural()).isEqualTo("backups");
    assertThat(type("Backup").scope()).isEqualTo(Scope.NAMESPACED);
    assertThat(type("Vault").plural()).isEqualTo("vaults");
    assertThat(type("Vault").scope()).isEqualTo(Scope.CLUSTER);
  }

  @Test
  void followsReferencesAndEndsAtLoops() {
    JsonSchema schema = type("Backup").schema();
    assertThat(SchemaPaths.at(schema, "metadata.name").isType("string")).isTrue();
    assertThat(SchemaPaths.at(schema, "metadata").description()).contains("Standard");
    assertThat(SchemaPaths.at(schema, "next").type()).contains("object");
    assertThat(SchemaPaths.at(schema, "next").hasProperties()).isFalse();
    assertThat(SchemaPaths.at(schema, "loop").type()).contains("object");
    assertThat(SchemaPaths.at(schema, "lost").isEmpty()).isTrue();
  }

  @Test
  void dropsTheZeroDefaultsOfGoTypesOnly() {
    JsonSchema schema = type("Backup").schema();
    assertThat(SchemaPaths.at(schema, "metadata.uid").hasDefault()).isFalse();
    assertThat(SchemaPaths.at(schema, "mode").defaultValue()).isEqualTo("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/namespaces | namespaces Cluster",
        "/api/v1/namespaces/{name} | namespaces Cluster",
        "/api/v1/namespaces/{name}/finalize |",
        "/api/v1/namespaces/{namespace}/pods | pods Namespaced",
        "/api/v1/namespaces/{namespace}/pods/{name} | pods Namespaced",
        "/api/v1/namespaces/{namespace}/pods/{name}/log |",
        "/api/v1/namespaces/{namespace}/pods/{name}/proxy/{path} |",
        "/api/v1/watch/pods |",
        "/api/v1/ |",
        "/api/v1 |",
        "/apis/apps/v1/ |",
        "/apis/apps |",
        "/apis/batch/v1/namespaces/{namespace}/jobs | jobs Namespaced",
        "/apis/example.org/v1/data-2-sets/{name} | data-2-sets Cluster",
        "/version |",
        "'' |",
      })
  void readsPaths(String path, String expected) {
    assertThat(ResourcePath.of(path).map(found -> found.plural() + " " + found.scope().text()))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"swagger\": \"2.0\"} | this is an OpenAPI v2 document, which lacks defaults and more;"
            + " v3 is needed",
        "{\"paths\": {}} | this is no OpenAPI v3 document: it has no `openapi: 3.…`",
        "{} | this is no OpenAPI v3 document: it has no `openapi: 3.…`",
        "{\"openapi\": \"3.0.0\", \"paths\": []} | the document has no `paths`, which say plural"
            + " and scope of its types",
      })
  void saysWhatIsNoOpenApiDocument(String document, String message) {
    Checked<SchemaCatalog> read = read(document, DOCUMENT);
    assertThat(read.value().orElseThrow().types()).hasSize(2);
    assertThat(read.diagnostics())
        .extracting(Diagnostic::id, Diagnostic::message, Diagnostic::span)
        .containsExactly(tuple(DiagnosticId.SCHEMA_INVALID_SOURCE, message, PLACE));
  }

  @Test
  void passesOverWhatServesNothing() {
    Checked<SchemaCatalog> read =
        read(
            "{\"openapi\": \"3.0.0\", \"paths\": {\"/version/\": {\"get\": null}, \"/api/v1/pods\": 3}}");
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.value().orElseThrow().types()).isEmpty();
  }

  private static ResourceType type(String kind) {
    return read(DOCUMENT)
        .value()
        .orElseThrow()
        .find(GroupVersionKind.of("example.org/v1", kind))
        .orElseThrow();
  }

  private static Checked<SchemaCatalog> read(String... documents) {
    return OpenApiCatalog.read(
        Stream.of(documents).map(text -> new SchemaSource(TestJson.read(text), PLACE)).toList());
  }
}
