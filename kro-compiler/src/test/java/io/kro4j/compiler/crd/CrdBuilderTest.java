package io.kro4j.compiler.crd;

import static io.kro4j.compiler.simpleschema.Trees.object;
import static io.kro4j.compiler.simpleschema.Trees.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrdBuilderTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
  private static final JsonSchema EMPTY = JsonSchema.of(Map.of("type", "object"));

  private String kind = "WebApp";
  private String group = "kro.run";
  private Optional<MappedText> plural = Optional.empty();
  private List<YamlValue.Mapping> columns = List.of();
  private List<MappedText> shortNames = List.of();
  private Map<String, String> labels = Map.of();
  private Map<String, String> annotations = Map.of();
  private JsonSchema spec = EMPTY;
  private JsonSchema status = EMPTY;

  @Test
  void buildsTheWholeCrd() throws JsonProcessingException {
    spec =
        JsonSchema.of(
            Map.of("type", "object", "properties", Map.of("replicas", Map.of("type", "integer"))));
    status =
        JsonSchema.of(
            Map.of("type", "object", "properties", Map.of("url", Map.of("type", "string"))));
    shortNames = List.of(text("wa"));
    labels = Map.of("team", "a", "kro.run/owned", "no");

    GeneratedCrd crd = sound();

    String expected =
        """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition",
         "metadata":{
          "annotations":{"kustomize.toolkit.fluxcd.io/substitute":"disabled"},
          "labels":{"kro.run/owned":"true","kro.run/resource-graph-definition-name":"my-group","team":"a"},
          "name":"webapps.kro.run"},
         "spec":{
          "group":"kro.run",
          "names":{"kind":"WebApp","listKind":"WebAppList","plural":"webapps","shortNames":["wa"],"singular":"webapp"},
          "scope":"Namespaced",
          "versions":[{
           "additionalPrinterColumns":[
            {"description":"The state of a ResourceGraphDefinition instance","jsonPath":".status.state","name":"State","type":"string"},
            {"description":"Whether a ResourceGraphDefinition instance is ready","jsonPath":".status.conditions[?(@.type==\\"Ready\\")].status","name":"Ready","type":"string"},
            {"description":"Age of the resource","jsonPath":".metadata.creationTimestamp","name":"Age","type":"date"}],
           "name":"v1alpha1",
           "schema":{"openAPIV3Schema":{
            "properties":{
             "apiVersion":{"type":"string"},
             "kind":{"type":"string"},
             "metadata":{"type":"object"},
             "spec":{"properties":{"replicas":{"type":"integer"}},"type":"object"},
             "status":{"properties":{
              "conditions":{"items":{"properties":{
               "lastTransitionTime":{"type":"string"},"message":{"type":"string"},
               "observedGeneration":{"type":"integer"},"reason":{"type":"string"},
               "status":{"type":"string"},"type":{"type":"string"}},"type":"object"},"type":"array"},
              "observedGeneration":{"description":"The metadata.generation that this status is about","format":"int64","type":"integer"},
              "resources":{"description":"The objects of this instance and the state of each","items":{"properties":{
               "apiVersion":{"type":"string"},"id":{"type":"string"},"kind":{"type":"string"},
               "message":{"type":"string"},"name":{"type":"string"},"namespace":{"type":"string"},
               "reason":{"type":"string"},"state":{"type":"string"}},"type":"object"},"type":"array"},
              "state":{"type":"string"},
              "url":{"type":"string"}},"type":"object"}},
            "type":"object"}},
           "served":true,"storage":true,"subresources":{"status":{}}}]}}
        """;
    assertThat(JSON.writeValueAsString(crd.json())).isEqualTo(JSON.readTree(expected).toString());
    assertThat(crd.name()).isEqualTo("webapps.kro.run");
    assertThat(crd.scope()).isEqualTo(Scope.NAMESPACED);
  }

  @Test
  void refusesAPluralThatIsNoNameAndTakesAnExplicitOne() {
    kind = "DNS";
    Diagnostic found = onlyDiagnostic();
    assertThat(found.id().code()).isEqualTo("crd.name");
    assertThat(found.message()).isEqualTo("the plural `dnsDNSes` is not a valid name");
    assertThat(found.span().text()).isEqualTo("DNS");
    assertThat(found.help()).contains("schema.plural");

    plural = Optional.of(text("dnses"));
    assertThat(sound().name()).isEqualTo("dnses.kro.run");

    plural = Optional.of(text("DNSes"));
    assertThat(onlyDiagnostic().span().text()).isEqualTo("DNSes");
  }

  @ParameterizedTest
  @CsvSource({
    "nodots, the group `nodots` has no dot",
    "Upper.example.com, the group `Upper.example.com` is not a domain name",
    "-a.example.com, the group `-a.example.com` is not a domain name",
    "apps.k8s.io, the group `apps.k8s.io` belongs to Kubernetes",
    "kubernetes.io, the group `kubernetes.io` belongs to Kubernetes",
  })
  void refusesGroupsThatAnApiServerRefuses(String name, String message) {
    group = name;

    assertThat(onlyDiagnostic().message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"unapproved because, true", "https://example.com/pr/1, true", "yes, false"})
  void takesProtectedGroupsThatAreApproved(String approval, boolean accepted) {
    group = "apps.k8s.io";
    annotations = Map.of("api-approved.kubernetes.io", approval);

    assertThat(build().hasErrors()).isEqualTo(!accepted);
  }

  @Test
  void refusesTheKindsThatDefineGroups() {
    kind = "ResourceGraphDefinition";

    assertThat(onlyDiagnostic().message())
        .isEqualTo("`resourcegraphdefinitions.kro.run` is the API that defines groups");
  }

  @Test
  void refusesAKindWhoseListKindIsTooLong() {
    kind = "K" + "a".repeat(58);
    assertThat(build().hasErrors()).isFalse();

    kind = "K" + "a".repeat(59);
    assertThat(onlyDiagnostic().id().code()).isEqualTo("crd.name");
  }

  @Test
  void refusesShortNamesAndLabelsThatAreNone() {
    shortNames = List.of(text("ok"), text("No"));
    labels = Map.of("bad key", "v");

    assertThat(build().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "`bad key` is not a valid key of labels", "the short name `No` is not a valid name");
  }

  @Test
  void writesColumnsAsAnApiServerStoresThem() {
    columns =
        List.of(
            object(
                "name",
                "URL",
                "type",
                "string",
                "jsonPath",
                ".status.state",
                "priority",
                0L,
                "description",
                ""),
            object("name", "N", "type", "integer", "jsonPath", ".spec", "priority", 1L));

    assertThat(columns(sound()))
        .isEqualTo(
            List.of(
                Map.of("name", "URL", "type", "string", "jsonPath", ".status.state"),
                Map.of("name", "N", "type", "integer", "jsonPath", ".spec", "priority", 1L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "name -> '' -> `name` of a printer column must not be empty -> true",
        "type -> text -> `type` of a printer column cannot be `text` -> true",
        "format -> long -> `format` of a printer column cannot be `long` -> true",
        "jsonPath -> spec.a -> `jsonPath` must start with a dot -> true",
        "jsonPath -> .status.conditions[?(@.type=='x') -> `jsonPath` has an unclosed bracket or quote: kubectl shows no columns -> false",
        "jsonPath -> .status.stat -> the column is always empty: there is no field `stat` -> false",
      })
  void findsWhatIsWrongWithAColumn(String key, String value, String message, boolean error) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", "N");
    column.put("type", "string");
    column.put("jsonPath", ".status.state");
    column.put(key, value);
    columns =
        List.of(
            object(
                column.entrySet().stream()
                    .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                    .toArray()));

    Diagnostic found = onlyDiagnostic();

    assertThat(found.message()).isEqualTo(message);
    assertThat(found.isError()).isEqualTo(error);
  }

  @Test
  void keepsTheAuthorsStatusFieldsAndWarnsOfThoseThatToolsMisreadOrNobodyWrites() {
    status =
        JsonSchema.of(
            Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                    "observedGeneration", Map.of("type", "string"),
                    "state", Map.of("x-kubernetes-preserve-unknown-fields", true),
                    "resources", Map.of("type", "integer"))));

    Checked<GeneratedCrd> checked = build();

    assertThat(checked.diagnostics())
        .extracting(found -> found.id().code())
        .containsExactlyInAnyOrder("status.state", "crd.status-field");
    JsonSchema built = statusOf(checked.value().orElseThrow());
    assertThat(built.property("resources").orElseThrow().type()).contains("integer");
    assertThat(built.property("observedGeneration").orElseThrow().type()).contains("string");
  }

  @Test
  void refusesAStatusThatIsNotStructural() {
    status =
        JsonSchema.of(
            Map.of(
                "type",
                "object",
                "properties",
                Map.of("a", Map.of("type", "array"), "b", Map.of())));

    assertThat(build().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder(
            "`status.a` is a list whose items have no type", "`status.b` has no type");
  }

  @Test
  void warnsOfLargeCrdsAndRefusesHugeOnes() {
    spec = JsonSchema.of(Map.of("type", "object", "description", "x".repeat(300 * 1024)));
    assertThat(onlyDiagnostic().id().code()).isEqualTo("crd.large");

    spec = JsonSchema.of(Map.of("type", "object", "description", "x".repeat(1100 * 1024)));
    assertThat(onlyDiagnostic().id().code()).isEqualTo("crd.too-large");
  }

  private static JsonSchema statusOf(GeneratedCrd crd) {
    return JsonSchema.of(at(at(version(crd), "schema"), "openAPIV3Schema"))
        .property("status")
        .orElseThrow();
  }

  private static Object columns(GeneratedCrd crd) {
    return version(crd).get("additionalPrinterColumns");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> version(GeneratedCrd crd) {
    return ((List<Map<String, Object>>) at(crd.json(), "spec").get("versions")).get(0);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> object, String key) {
    return (Map<String, Object>) object.get(key);
  }

  private GeneratedCrd sound() {
    Checked<GeneratedCrd> checked = build();
    assertThat(checked.diagnostics()).isEmpty();
    return checked.value().orElseThrow();
  }

  private Diagnostic onlyDiagnostic() {
    List<Diagnostic> found = build().diagnostics();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Checked<GeneratedCrd> build() {
    SchemaDefinition definition =
        new SchemaDefinition(
            text(kind),
            text("v1alpha1"),
            text(group),
            Scope.NAMESPACED,
            plural,
            object(),
            object(),
            object(),
            columns,
            shortNames,
            List.of(),
            labels,
            annotations,
            object());
    return CrdBuilder.build(text("my-group"), definition, spec, status);
  }
}
