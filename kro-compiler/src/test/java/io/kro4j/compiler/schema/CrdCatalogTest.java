package io.kro4j.compiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrdCatalogTest {
  private static final Span PLACE = new Span(SourceFile.of("crds.yaml", "kind: x"), 0, 7);

  private static final String CRD =
      """
      {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
       "metadata": {"name": "backups.example.org"},
       "spec": {
         "group": "example.org",
         "names": {"kind": "Backup", "plural": "backups"},
         "scope": "Namespaced",
         "versions": [
           {"name": "v1", "served": true, "storage": true,
            "schema": {"openAPIV3Schema": {
              "type": "object", "required": ["spec"],
              "properties": {
                "metadata": {"type": "object", "properties": {"name": {"type": "string"}}},
                "spec": {"type": "object", "required": ["target"], "properties": {
                  "target": {"type": "string", "pattern": "^s3:"},
                  "keep": {"type": "integer", "format": "int64", "default": 7},
                  "port": {"x-kubernetes-int-or-string": true},
                  "extra": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                  "job": {"type": "object", "x-kubernetes-embedded-resource": true,
                    "properties": {"spec": {"type": "object"}}},
                  "jobs": {"type": "array", "items":
                    {"type": "object", "required": ["kind"],
                     "x-kubernetes-embedded-resource": true,
                     "x-kubernetes-preserve-unknown-fields": true}},
                  "labels": {"type": "object", "additionalProperties": {"type": "string"}}}},
                "status": {"type": "object"}}}}},
           {"name": "v1beta1", "served": true, "storage": false,
            "schema": {"openAPIV3Schema": {"type": "object",
              "x-kubernetes-preserve-unknown-fields": true}}},
           {"name": "v1alpha1", "served": false, "storage": false}]}}
      """;

  private static final GroupVersionKind BACKUP = GroupVersionKind.of("example.org/v1", "Backup");

  @Test
  void readsEachServedVersion() {
    Checked<SchemaCatalog> read = read(CRD);
    assertThat(read.diagnostics()).isEmpty();
    SchemaCatalog catalog = read.value().orElseThrow();
    assertThat(catalog.types())
        .containsExactly(BACKUP, GroupVersionKind.of("example.org/v1beta1", "Backup"));
    ResourceType type = catalog.find(BACKUP).orElseThrow();
    assertThat(type.plural()).isEqualTo("backups");
    assertThat(type.scope()).isEqualTo(Scope.NAMESPACED);
    assertThat(catalog.find(GroupVersionKind.of("example.org/v1alpha1", "Backup"))).isEmpty();
  }

  @Test
  void givesWholeObjectsTheirTypeAndMetadata() {
    JsonSchema schema = schema(CRD, BACKUP);
    assertThat(schema.properties().keySet())
        .containsExactly("apiVersion", "kind", "metadata", "spec", "status");
    assertThat(schema.required()).containsExactly("spec");
    assertThat(SchemaPaths.at(schema, "apiVersion").isType("string")).isTrue();
    assertThat(SchemaPaths.at(schema, "metadata.labels.*").isType("string")).isTrue();
    assertThat(SchemaPaths.at(schema, "metadata.ownerReferences[].uid").isType("string")).isTrue();

    JsonSchema open = schema(CRD, GroupVersionKind.of("example.org/v1beta1", "Backup"));
    assertThat(open.preservesUnknownFields()).isTrue();
    assertThat(open.properties().keySet()).containsExactly("apiVersion", "kind", "metadata");
  }

  @Test
  void keepsWhatTheCrdSaysOfFields() {
    JsonSchema schema = schema(CRD, BACKUP);
    assertThat(SchemaPaths.at(schema, "spec").required()).containsExactly("target");
    assertThat(SchemaPaths.at(schema, "spec.target").text("pattern")).contains("^s3:");
    assertThat(SchemaPaths.at(schema, "spec.keep").defaultValue()).isEqualTo(7L);
    assertThat(SchemaPaths.at(schema, "spec.port").isIntOrString()).isTrue();
    assertThat(SchemaPaths.at(schema, "spec.extra").preservesUnknownFields()).isTrue();
    assertThat(SchemaPaths.at(schema, "spec.labels.*").isType("string")).isTrue();
  }

  @Test
  void givesEmbeddedResourcesTheirTypeAndMetadata() {
    JsonSchema job = SchemaPaths.at(schema(CRD, BACKUP), "spec.job");
    assertThat(job.properties().keySet()).containsExactly("apiVersion", "kind", "metadata", "spec");
    assertThat(job.required()).containsExactly("kind", "apiVersion");
    JsonSchema item = SchemaPaths.at(schema(CRD, BACKUP), "spec.jobs[]");
    assertThat(item.required()).containsExactly("kind", "apiVersion");
    assertThat(SchemaPaths.at(item, "metadata.name").isType("string")).isTrue();
    assertThat(item.preservesUnknownFields()).isTrue();
  }

  @Test
  void readsClusterScope() {
    String cluster = CRD.replace("Namespaced", "Cluster");
    assertThat(read(cluster).value().orElseThrow().find(BACKUP).orElseThrow().scope())
        .isEqualTo(Scope.CLUSTER);
  }

  @Test
  void readsListsAndPassesOverOtherKinds() {
    String list = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [%s, 7]}";
    Checked<SchemaCatalog> read =
        read(
            "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\"}",
            "{}",
            "{\"apiVersion\": \"example.org/v1\", \"kind\": \"CustomResourceDefinition\"}",
            list.formatted(CRD));
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.value().orElseThrow().types()).hasSize(2);
  }

  @Test
  void letsTheFirstOfTwoCount() {
    Checked<SchemaCatalog> read = read(CRD, CRD.replace("\"backups\"", "\"others\""));
    assertThat(read.value().orElseThrow().find(BACKUP).orElseThrow().plural()).isEqualTo("backups");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("\"group\": \"example.org\",", "", "has no `spec.group`"),
        Arguments.of("\"example.org\",", "5,", "has no `spec.group`"),
        Arguments.of("\"kind\": \"Backup\", ", "", "has no `spec.names.kind`"),
        Arguments.of(", \"plural\": \"backups\"", "", "has no `spec.names.plural`"),
        Arguments.of("\"names\"", "\"name\"", "has no `spec.names.kind`"),
        Arguments.of("\"scope\": \"Namespaced\",", "", "has no `spec.scope`"),
        Arguments.of(
            "\"Namespaced\"",
            "\"namespaced\"",
            "says `namespaced` for `spec.scope`, not `Namespaced` or `Cluster`"),
        Arguments.of("\"versions\"", "\"version\"", "has no `spec.versions`"),
        Arguments.of("\"spec\": {\n", "\"spac\": {\n", "has no `spec.group`"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongWithACrd(String part, String replacement, String message) {
    assertThat(CRD).contains(part);
    Checked<SchemaCatalog> read = read(CRD.replaceFirst(Pattern.quote(part), replacement));
    assertThat(read.value().orElseThrow().types()).isEmpty();
    Diagnostic first = read.diagnostics().get(0);
    assertThat(first.id()).isEqualTo(DiagnosticId.SCHEMA_INVALID_SOURCE);
    assertThat(first.span()).isEqualTo(PLACE);
    assertThat(first.message())
        .isEqualTo("CustomResourceDefinition `backups.example.org` " + message);
  }

  static Stream<Arguments> brokenVersions() {
    return Stream.of(
        Arguments.of("\"name\": \"v1\", ", "", "has no `spec.versions[0].name`"),
        Arguments.of("\"served\": true, ", "", "has no `spec.versions[0].served`"),
        Arguments.of(
            "\"served\": true, ", "\"served\": \"true\", ", "has no `spec.versions[0].served`"),
        Arguments.of(
            "\"openAPIV3Schema\"",
            "\"openApiV3Schema\"",
            "has no `spec.versions[0].schema.openAPIV3Schema` of type `object`"),
        Arguments.of(
            "\"type\": \"object\", \"required\": [\"spec\"]",
            "\"required\": [\"spec\"]",
            "has no `spec.versions[0].schema.openAPIV3Schema` of type `object`"));
  }

  @ParameterizedTest
  @MethodSource("brokenVersions")
  void keepsTheSoundVersionsOfABrokenCrd(String part, String replacement, String message) {
    assertThat(CRD).contains(part);
    Checked<SchemaCatalog> read = read(CRD.replaceFirst(Pattern.quote(part), replacement));
    assertThat(read.value().orElseThrow().types())
        .containsExactly(GroupVersionKind.of("example.org/v1beta1", "Backup"));
    assertThat(read.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("CustomResourceDefinition `backups.example.org` " + message);
  }

  @Test
  void refusesTheOldVersionOfCrds() {
    Checked<SchemaCatalog> read =
        read(CRD.replace("apiextensions.k8s.io/v1\"", "apiextensions.k8s.io/v1beta1\""));
    assertThat(read.value().orElseThrow().types()).isEmpty();
    assertThat(read.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "CustomResourceDefinition `backups.example.org` is of"
                + " `apiextensions.k8s.io/v1beta1`, which is not supported");
  }

  @Test
  void passesOverTheOldVersionBesideTheNew() {
    String old = CRD.replace("apiextensions.k8s.io/v1\"", "apiextensions.k8s.io/v1beta1\"");
    String list = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [%s]}";

    for (String[] both : new String[][] {{old, CRD}, {CRD, old}, {old, list.formatted(CRD)}}) {
      Checked<SchemaCatalog> read = read(both);
      assertThat(read.diagnostics()).isEmpty();
      assertThat(read.value().orElseThrow().types())
          .containsExactly(BACKUP, GroupVersionKind.of("example.org/v1beta1", "Backup"));
    }
  }

  @Test
  void refusesTheOldVersionBesideANewOneOfAnotherOrOfNoName() {
    String old = CRD.replace("apiextensions.k8s.io/v1\"", "apiextensions.k8s.io/v1beta1\"");
    String nameless = "\"metadata\": {}";
    String metadata = "\"metadata\": {\"name\": \"backups.example.org\"}";

    assertThat(read(old, CRD.replace("backups.example.org", "b.example.org")).diagnostics())
        .hasSize(1);
    assertThat(read(old.replace(metadata, nameless), CRD.replace(metadata, nameless)).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "a CustomResourceDefinition without a name is of `apiextensions.k8s.io/v1beta1`,"
                + " which is not supported");
  }

  @Test
  void survivesSchemasOfAnyShape() {
    String odd =
        CRD.replace(
                "\"status\": {\"type\": \"object\"}", "\"status\": 5, \"odd\": [], \"null\": null")
            .replace(
                "{\"type\": \"string\", \"pattern\": \"^s3:\"}",
                "{\"properties\": 3, \"items\": []}");
    JsonSchema schema = schema(odd, BACKUP);
    assertThat(SchemaPaths.at(schema, "status").isEmpty()).isTrue();
    assertThat(SchemaPaths.at(schema, "null").isEmpty()).isTrue();
    assertThat(SchemaPaths.at(schema, "spec.target").items()).isEmpty();
    assertThat(SchemaPaths.at(schema, "spec.target").hasProperties()).isFalse();
  }

  private static JsonSchema schema(String crd, GroupVersionKind gvk) {
    return read(crd).value().orElseThrow().find(gvk).orElseThrow().schema();
  }

  private static Checked<SchemaCatalog> read(String... documents) {
    return CrdCatalog.read(
        Stream.of(documents).map(text -> new SchemaSource(TestJson.read(text), PLACE)).toList());
  }
}
