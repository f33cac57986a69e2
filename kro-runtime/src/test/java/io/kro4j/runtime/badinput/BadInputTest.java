package io.kro4j.runtime.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.runtime.deploy.RuntimeProcess;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What users may send by mistake or by malice to the process as it runs in a cluster: each is said
 * in a condition, none is a stack trace in the log, and others do not notice.
 */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String NAMESPACE = "bad-input";
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: bad-input}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: BadInput
          group: bad.example.com
          spec:
            number: integer | default=1
            text: string | default="x"
            entries: 'map[string]string | default={"a":"b"}'
            rows: '[]string | default=[]'
            columns: '[]string | default=[]'
          status:
            text: ${config.data.text}
        resources:
          - id: config
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata:
                name: "${schema.metadata.name}"
                annotations: {note: '${schema.metadata.?annotations["note"].orValue("")}'}
              data: {share: "${string(10 / schema.spec.number)}", text: "${schema.spec.text}"}
          - id: entries
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name.size() > 200 ? 'entries' : schema.metadata.name + '-entries'}"}
              data: ${schema.spec.entries}
          - id: service
            includeWhen: ["${schema.spec.text == 'service'}"]
            template:
              apiVersion: v1
              kind: Service
              metadata: {name: "${schema.metadata.name}"}
              spec: {ports: [{port: 80}]}
          - id: cells
            forEach:
              - row: ${schema.spec.rows}
              - column: ${schema.spec.columns}
            template:
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "${schema.metadata.name}-${row}-${column}"}
      """;

  private ApiServer api;
  private RuntimeProcess runtime;
  private int probes;

  @BeforeAll
  void start(ControlPlane controlPlane, @TempDir Path folder) throws IOException {
    api = controlPlane.api();
    DefinitionControllers.install(api);
    Connections.namespace(api, NAMESPACE);
    runtime = RuntimeProcess.start(folder, Files.readString(controlPlane.kubeconfigFile()));
    runtime.awaitReady();
    apply(GROUP);
    api.waitFor(group("bad-input"), TestGroup::isReady);
  }

  @AfterAll
  void stop() {
    runtime.close();
  }

  /** Whatever a test did: an instance beside it is served, and the log has no stack trace. */
  @AfterEach
  void othersAreWell() {
    String name = "bystander-" + probes++;
    awaitState(instance(name, "{}", "{}"), "ACTIVE");
    assertThat(runtime.log()).doesNotContain("\tat ", " ERROR ", "java.lang.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unclosed-expression | {a: '${schema.spec.a'} | {} | []",
        "no-expression | {a: string} | {} | [{id: a, template: {apiVersion: v1, kind: ConfigMap,"
            + " metadata: {name: '${1 +}'}}}]",
        "no-template | {a: string} | {} | [{id: a, template: {}}]",
        "text-for-a-template | {a: string} | {} | [{id: a, template: {apiVersion: [1],"
            + " kind: {}, metadata: text}}]",
        "no-type | {a: nonsense} | {} | []",
        "a-circle | {a: T} | {} | []",
        "deep-expression | {a: string} | {b: '${[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            + "1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}'} | []",
      })
  void aGroupThatIsNotSoundSaysSo(String name, String spec, String status, String resources) {
    ObjectRef group =
        apply(
            """
            apiVersion: kro.run/v1alpha1
            kind: ResourceGroup
            metadata: {name: %s}
            spec:
              schema:
                apiVersion: v1alpha1
                kind: Unsound
                group: bad.example.com
                types: {T: {u: U}, U: {t: T}}
                spec: %s
                status: %s
              resources: %s
            """
                .formatted(name, spec, status, resources));

    Response rejected =
        api.waitFor(
            group,
            TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", m -> !m.isEmpty()));

    assertThat(TestGroup.message(rejected, "GraphAccepted"))
        .startsWith("spec.")
        .doesNotContain("Exception", "\tat ");
    delete(group);
  }

  @Test
  void theFindingsOfAGroupAreBounded() {
    StringBuilder resources = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      resources.append("    - {id: r").append(i);
      resources.append(", template: {apiVersion: v1, kind: ConfigMap, metadata: {name: '${wrong");
      resources.append(i).append("}'}}}\n");
    }
    ObjectRef group =
        apply(
            """
            apiVersion: kro.run/v1alpha1
            kind: ResourceGroup
            metadata: {name: many-findings}
            spec:
              schema: {apiVersion: v1alpha1, kind: ManyFindings, group: bad.example.com}
              resources:
            """
                + resources);

    Response rejected =
        api.waitFor(
            group, TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", m -> true));

    assertThat(TestGroup.message(rejected, "GraphAccepted").lines())
        .hasSizeLessThanOrEqualTo(21)
        .last()
        .asString()
        .startsWith("and ");
    delete(group);
  }

  @Test
  void theNameOfAGroupMayBeTooLong() {
    String name = "g".repeat(253);
    ObjectRef group =
        apply(
            "{apiVersion: kro.run/v1alpha1, kind: ResourceGroup, metadata: {name: %s}, spec:"
                    .formatted(name)
                + " {schema: {apiVersion: v1alpha1, kind: LongName, group: bad.example.com}}}");

    Response rejected =
        api.waitFor(
            group, TestGroup.has("GraphAccepted", "False", "InvalidResourceGraph", m -> true));

    assertThat(TestGroup.message(rejected, "GraphAccepted")).contains("63", "crd.name");
    delete(group);
  }

  @Test
  void theNameOfAnInstanceMayBeAsLongAsKubernetesAllows() {
    String name = "i".repeat(253);

    awaitState(instance(name, "{}", "{}"), "ACTIVE");
    ObjectRef refused = instance(name, "{}", "{text: service}");

    assertThat(message(awaitState(refused, "ERROR"))).contains("`service`", "63");
    delete(refused);
  }

  @Test
  void anExpressionThatFailsIsSaid() {
    ObjectRef instance = instance("failing", "{}", "{number: 0}");

    assertThat(message(awaitState(instance, "ERROR"))).contains("`config`", "zero");

    instance("failing", "{}", "{number: 5}");
    awaitState(instance, "ACTIVE");
  }

  @Test
  void textThatLooksLikeAnExpressionStaysText() {
    String hostile = "${schema.spec.number} ${ '}' ${ {{ }} $${x} \\${1 + 1}";
    String quoted = "'" + hostile.replace("'", "''") + "'";
    ObjectRef instance =
        instance(
            "hostile",
            "{note: " + quoted + "}",
            "{text: " + quoted + ", entries: {a: " + quoted + "}}");

    Response active = awaitState(instance, "ACTIVE");

    Response config = api.get(new ObjectRef("v1", "ConfigMap", NAMESPACE, "hostile"));
    assertThat(config.at("data", "text")).isEqualTo(hostile);
    assertThat(config.at("metadata", "annotations", "note")).isEqualTo(hostile);
    assertThat(api.get(new ObjectRef("v1", "ConfigMap", NAMESPACE, "hostile-entries")).at("data"))
        .isEqualTo(Map.of("a", hostile));
    assertThat(active.at("status", "text")).isEqualTo(hostile);
  }

  @Test
  void keysThatTheApiServerRefusesAreSaid() {
    ObjectRef instance = instance("keys", "{}", "{entries: {'${schema.spec.text}': a}}");

    assertThat(message(awaitState(instance, "ERROR"))).contains("`entries`", "keys-entries");
  }

  @Test
  void aCollectionThatIsTooLargeIsNotMade() {
    StringBuilder rows = new StringBuilder("[a0");
    StringBuilder columns = new StringBuilder("[b0");
    for (int i = 1; i < 1000; i++) {
      rows.append(", a").append(i);
      columns.append(", b").append(i);
    }
    ObjectRef instance = instance("huge", "{}", "{rows: " + rows + "], columns: " + columns + "]}");

    assertThat(message(awaitState(instance, "ERROR"))).contains("`cells`", "1000");
    assertThat(api.get(new ObjectRef("v1", "ConfigMap", NAMESPACE, "huge-a0-b0")).status())
        .isEqualTo(404);
    assertThat(api.get(new ObjectRef("v1", "ConfigMap", NAMESPACE, "huge")).ok()).isTrue();

    instance("huge", "{}", "{rows: [a], columns: [b]}");
    awaitState(instance, "ACTIVE");
  }

  private ObjectRef instance(String name, String annotations, String spec) {
    return apply(
        """
        apiVersion: bad.example.com/v1alpha1
        kind: BadInput
        metadata: {name: %s, namespace: bad-input, annotations: %s}
        spec: %s
        """
            .formatted(name, annotations, spec));
  }

  private Response awaitState(ObjectRef instance, String state) {
    return api.waitFor(
        instance,
        found ->
            state.equals(found.at("status", "state"))
                && found
                    .at("metadata", "generation")
                    .equals(found.at("status", "observedGeneration")));
  }

  private ObjectRef apply(String yaml) {
    Response applied = api.apply(yaml, "user");
    assertThat(applied.ok()).as("%s", applied).isTrue();
    return ObjectRef.of(applied.body());
  }

  private void delete(ObjectRef object) {
    api.delete(object);
    api.waitFor(object, response -> response.status() == 404);
  }

  private static ObjectRef group(String name) {
    return ObjectRef.of("kro.run/v1alpha1", "ResourceGroup", name);
  }

  private static String message(Response instance) {
    return TestGroup.message(instance, "ResourcesReady");
  }
}
