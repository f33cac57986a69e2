package io.kro4j.compiler.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceGroupReaderTest {
  private static final String FULL =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata:
        name: web.example.com
        labels: {team: web}
        annotations: {note: "1"}
      spec:
        schema:
          kind: Web
          apiVersion: v1alpha1
          group: example.com
          scope: Cluster
          plural: webs
          spec: {name: string}
          types: {t: string}
          status: {ready: "${app.ok}"}
          additionalPrinterColumns:
          - {name: Name, type: string, jsonPath: .spec.name, priority: 1}
          shortNames: [w]
          categories: [all]
          metadata:
            labels: {a: b}
            annotations: {c: d}
        resources:
        - id: app
          template: {apiVersion: v1, kind: ConfigMap}
          includeWhen: ["${schema.spec.on}"]
          readyWhen: ["${app.ok}"]
          forEach:
          - x: ${schema.spec.xs}
          - z: ${schema.spec.zs}
        - id: one
          externalRef: {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: ns}}
        - id: many
          externalRef:
            apiVersion: v1
            kind: Secret
            metadata:
              selector:
                matchLabels: {a: b}
                matchExpressions: [{key: k, operator: In, values: [v]}]
      status:
        state: Active
      """;

  private static final String HEAD =
      "apiVersion: kro.run/v1alpha1\nkind: ResourceGraphDefinition\nmetadata: {name: web}\n";

  private static final String SCHEMA = "  schema: {kind: Web, apiVersion: v1}\n";

  @Test
  void everyFieldIsRead() {
    Checked<ResourceGroup> read = read(FULL);

    assertThat(read.diagnostics()).isEmpty();
    ResourceGroup group = read.value().orElseThrow();
    assertThat(group.kind()).isEqualTo(ResourceGroup.Kind.RESOURCE_GROUP);
    assertThat(group.name().value()).isEqualTo("web.example.com");
    assertThat(group.labels()).containsExactly(Map.entry("team", "web"));
    assertThat(group.annotations()).containsExactly(Map.entry("note", "1"));
    assertSchema(group.schema());
    assertThat(group.resources())
        .extracting(r -> r.id().value())
        .containsExactly("app", "one", "many");
    ResourceDefinition app = group.resources().get(0);
    assertThat(app.body()).isInstanceOf(ResourceDefinition.Body.Template.class);
    assertThat(app.body().object().toJson())
        .isEqualTo(Map.of("apiVersion", "v1", "kind", "ConfigMap"));
    assertThat(values(app.includeWhen())).containsExactly("${schema.spec.on}");
    assertThat(values(app.readyWhen())).containsExactly("${app.ok}");
    assertThat(app.forEach())
        .extracting(d -> d.name().value() + " " + d.expression().value())
        .containsExactly("x ${schema.spec.xs}", "z ${schema.spec.zs}");
    assertThat(bySelector(group.resources().get(1))).isFalse();
    assertThat(bySelector(group.resources().get(2))).isTrue();
  }

  private static void assertSchema(SchemaDefinition schema) {
    assertThat(schema.kind().value()).isEqualTo("Web");
    assertThat(schema.apiVersion().value()).isEqualTo("v1alpha1");
    assertThat(schema.group().value()).isEqualTo("example.com");
    assertThat(schema.scope()).isEqualTo(Scope.CLUSTER);
    assertThat(schema.plural().map(MappedText::value)).contains("webs");
    assertThat(schema.spec().toJson()).isEqualTo(Map.of("name", "string"));
    assertThat(schema.types().toJson()).isEqualTo(Map.of("t", "string"));
    assertThat(schema.status().toJson()).isEqualTo(Map.of("ready", "${app.ok}"));
    assertThat(schema.printerColumns()).hasSize(1);
    assertThat(values(schema.shortNames())).containsExactly("w");
    assertThat(values(schema.categories())).containsExactly("all");
    assertThat(schema.labels()).containsExactly(Map.entry("a", "b"));
    assertThat(schema.annotations()).containsExactly(Map.entry("c", "d"));
  }

  @Test
  void whatIsLeftOutOrNullHasItsDefault() {
    for (String rest : List.of("", "  resources: null\n", "  resources: []\n")) {
      Checked<ResourceGroup> read = read(HEAD + "spec:\n" + SCHEMA + rest);

      assertThat(read.diagnostics()).isEmpty();
      ResourceGroup group = read.value().orElseThrow();
      assertThat(group.kind()).isEqualTo(ResourceGroup.Kind.RESOURCE_GRAPH_DEFINITION);
      assertThat(group.resources()).isEmpty();
      assertThat(group.schema().group().value()).isEqualTo("kro.run");
      assertThat(group.schema().scope()).isEqualTo(Scope.NAMESPACED);
      assertThat(group.schema().spec().entries()).isEmpty();
    }
  }

  @Test
  void nullFieldsOfAResourceCountAsAbsent() {
    String resource =
        "  - {id: a, template: {}, externalRef: ~, readyWhen: ~, includeWhen: ~, forEach: ~}\n";

    assertThat(read(HEAD + "spec:\n" + SCHEMA + "  resources:\n" + resource).diagnostics())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: web, apiVersion: v1 | model.invalid-value | web",
        "kind: Web-App, apiVersion: v1 | model.invalid-value | Web-App",
        "kind: 5, apiVersion: v1 | model.wrong-type | 5",
        "kind: Web, apiVersion: a/v1 | model.invalid-value | a/v1",
        "kind: Web, apiVersion: v1gamma1 | model.invalid-value | v1gamma1",
        "kind: Web, apiVersion: v1, scope: cluster | model.invalid-value | cluster",
        "kind: Web, apiVersion: v1, plural: Webs | model.invalid-value | Webs",
        "kind: Web, apiVersion: v1, shortNames: [WA] | model.invalid-value | WA",
        "kind: Web, apiVersion: v1, shortNames: wa | model.wrong-type | wa",
        "kind: Web, apiVersion: v1, shortNames: [~] | model.wrong-type | ~",
        "kind: Web, apiVersion: v1, categories: [a, a] | model.invalid-value | a",
        "kind: Web, apiVersion: v1, spec: string | model.wrong-type | string",
        "kind: Web, apiVersion: v1, metadata: {labels: {a: yes}} | model.wrong-type | yes",
        "kind: Web, apiVersion: v1, additionalPrinterColumns: [{name: a, type: b}]"
            + " | model.missing-field | name",
        "kind: Web, apiVersion: v1, additionalPrinterColumns:"
            + " [{name: a, type: b, jsonPath: c, priority: 1.5}] | model.wrong-type | 1.5",
        "apiVersion: v1 | model.missing-field | schema",
        "kind: ~, apiVersion: v1 | model.missing-field | kind",
      })
  void aSchemaIsChecked(String schema, String id, String text) {
    Diagnostic error = onlyDiagnostic(HEAD + "spec:\n  schema: {" + schema + "}\n");

    assertThat(error.id().code()).isEqualTo(id);
    assertThat(error.isError()).isTrue();
    assertThat(error.span().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "template: {} | model.missing-field | template",
        "id: a | model.missing-field | id",
        "id: a, template: x | model.wrong-type | x",
        "id: a, template: {}, externalRef: {} | model.invalid-value | externalRef",
        "id: a, template: {}, readyWhen: a.b | model.wrong-type | a.b",
        "id: a, template: {}, readyWhen: [true] | model.wrong-type | true",
        "id: a, template: {}, forEach: {x: y} | model.wrong-type | {x: y}",
        "id: a, template: {}, forEach: [{x: y, z: y}] | model.invalid-value | z",
        "id: a, template: {}, forEach: [{}] | model.invalid-value | {}",
        "id: a, template: {}, forEach: [{x: ~}] | model.invalid-value | x",
        "id: a, template: {}, forEach: [{x: [1]}] | model.wrong-type | [1]",
        "id: a, externalRef: {apiVersion: v1, kind: A, metadata: {name: a}}, forEach: [{b: c}]"
            + " | model.invalid-value | forEach",
        "id: a, externalRef: {apiVersion: v1, kind: A} | model.missing-field | externalRef",
        "id: a, externalRef: {apiVersion: v1, kind: A, metadata: {}}"
            + " | model.missing-field | metadata",
        "id: a, externalRef: {apiVersion: v1, kind: A, metadata: {name: \"\"}}"
            + " | model.invalid-value | \"\"",
        "id: a, externalRef: {apiVersion: v1, kind: A, metadata: {name: b, selector: {}}}"
            + " | model.invalid-value | selector",
        "id: a, externalRef: {kind: A, metadata: {name: b}} | model.missing-field | externalRef",
        "id: a, externalRef: {apiVersion: v1, kind: A, metadata: {selector:"
            + " {matchLabels: {a: 1}}}} | model.wrong-type | 1",
      })
  void aResourceIsChecked(String resource, String id, String text) {
    String quoted = text.equals("''''") ? "''" : text;
    Diagnostic error =
        onlyDiagnostic(HEAD + "spec:\n" + SCHEMA + "  resources:\n  - {" + resource + "}\n");

    assertThat(error.id().code()).isEqualTo(id);
    assertThat(error.span().text()).isEqualTo(text);
  }

  @Test
  void allMistakesAreReportedAtOnce() {
    Checked<ResourceGroup> read =
        read(
            HEAD
                + "spec:\n  schema: {kind: web, apiVersion: 1, spec: []}\n"
                + "  resources: [{id: 1}, 2, {id: a, template: {}, forEach: 3}]\n");

    assertThat(read.value()).isPresent();
    assertThat(read.diagnostics()).hasSize(7);
  }

  @Test
  void moreThan32AliasesAreRefused() {
    StringBuilder names = new StringBuilder("a0");
    for (int i = 1; i < 33; i++) {
      names.append(", a").append(i);
    }

    Diagnostic error =
        onlyDiagnostic(
            HEAD + "spec:\n  schema: {kind: A, apiVersion: v1, shortNames: [" + names + "]}\n");

    assertThat(error.span().text()).isEqualTo("a32");
  }

  @Test
  void anUnknownFieldIsAWarningWithTheNearestName() {
    Diagnostic warning =
        onlyDiagnostic(
            HEAD + "spec:\n" + SCHEMA + "  resources: [{id: a, template: {}, redyWhen: []}]\n");

    assertThat(warning.id()).isEqualTo(DiagnosticId.MODEL_UNKNOWN_FIELD);
    assertThat(warning.severity()).isEqualTo(Severity.WARNING);
    assertThat(warning.span().text()).isEqualTo("redyWhen");
    assertThat(warning.help()).isEqualTo("did you mean `readyWhen`?");
  }

  @Test
  void oldSpellingsAreReadWithWarnings() {
    Checked<ResourceGroup> read =
        read(
            HEAD
                + """
                spec:
                  apiVersion: v1alpha1
                  kind: Cluster
                  definition:
                    spec: {name: string}
                    status: {arn: "${role.arn}"}
                  resources:
                  - name: role
                    definition: {apiVersion: v1, kind: Role}
                  - id: map
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: x}
                """);

    ResourceGroup group = read.value().orElseThrow();
    assertThat(group.schema().kind().value()).isEqualTo("Cluster");
    assertThat(group.schema().spec().toJson()).isEqualTo(Map.of("name", "string"));
    assertThat(group.resources()).extracting(r -> r.id().value()).containsExactly("role", "map");
    assertThat(group.resources().get(1).body().object().toJson())
        .isEqualTo(
            Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "x")));
    assertThat(read.diagnostics())
        .extracting(Diagnostic::id)
        .containsOnly(DiagnosticId.MODEL_OLD_SPELLING)
        .hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: kro.run/v1\nkind: ResourceGroup",
        "apiVersion: kro.rum/v1alpha1\nkind: ResourceGraphDefinition",
        "kind: ResourceGroup",
        "apiVersion: kro.run/v1alpha1\nkind: Resourcegroup",
        "apiVersion: kro.run/v1alpha1\nkind: ResourceGraphDefinitoin\nspec: {schema: {}}",
        "apiVersion: x.symphony.k8s.aws/v1alpha1\nkind: ResourceGroup",
        "apiVersion: kro.run/v1alpha1\nmetadata: {name: a}",
        "apiVersion: kro.run/v1alpha1\nkind: ''",
        "metadata: {name: a}\nspec: {schema: {}}",
      })
  void aNearMissIsAnError(String text) {
    YamlDocument document = document(text);

    assertThat(ResourceGroupReader.isResourceGroup(document)).isFalse();
    Optional<Diagnostic> miss = ResourceGroupReader.nearMiss(document);
    assertThat(miss).isPresent();
    assertThat(miss.orElseThrow().isError()).isTrue();
    assertThat(miss.orElseThrow().help()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: resources.azure.com/v1api20200601\nkind: ResourceGroup",
        "apiVersion: kro.run/v1alpha1\nkind: ResourcePool\nspec: {}",
        "apiVersion: v1\nkind: ConfigMap",
        "a: b",
        "kind: 5",
        "[1]",
        "text",
      })
  void anythingElseIsNobodysMistake(String text) {
    YamlDocument document = document(text);

    assertThat(ResourceGroupReader.isResourceGroup(document)).isFalse();
    assertThat(ResourceGroupReader.nearMiss(document)).isEmpty();
  }

  private static boolean bySelector(ResourceDefinition resource) {
    return ((ResourceDefinition.Body.ExternalRef) resource.body()).bySelector();
  }

  private static List<String> values(List<MappedText> texts) {
    return texts.stream().map(MappedText::value).toList();
  }

  private static Diagnostic onlyDiagnostic(String text) {
    List<Diagnostic> diagnostics = read(text).diagnostics();
    assertThat(diagnostics).hasSize(1);
    return diagnostics.get(0);
  }

  private static Checked<ResourceGroup> read(String text) {
    YamlDocument document = document(text);
    assertThat(ResourceGroupReader.isResourceGroup(document)).isTrue();
    return ResourceGroupReader.read(document);
  }

  private static YamlDocument document(String text) {
    return YamlReader.read(SourceFile.of("test.yaml", text), YamlLimits.DEFAULT)
        .value()
        .orElseThrow()
        .get(0);
  }
}
