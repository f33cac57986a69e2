package io.kro4j.compiler.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The CRDs of kro's own kinds in the hands of a real API server. */
@ExtendWith(SharedControlPlane.class)
class ApiTypesApiServerTest {
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: %s
      metadata: {name: api-types}
      spec:
        schema: {kind: %s, apiVersion: %s, spec: {name: string}, %s}
        resources: [%s]
      """;

  private static final String REVISION =
      """
      apiVersion: internal.kro.run/v1alpha1
      kind: GraphRevision
      metadata: {name: api-types-r00001}
      spec:
        revision: %d
        snapshot: {name: api-types, generation: 1, spec: {schema: {kind: A, apiVersion: v1}}}
      """;

  @BeforeAll
  static void install(ApiServer api) {
    for (SourceFile crd : ApiTypes.crds()) {
      Response response = api.establish(crd.text(), "test");
      assertThat(response.warnings()).isEmpty();
      assertThat(api.get(ObjectRef.of(response.body())).hasCondition("NonStructuralSchema"))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResourceGroup", "ResourceGraphDefinition"})
  void groupsAreTakenAndDefaulted(String kind, ApiServer api) {
    String resource = "{id: a, externalRef: {apiVersion: v1, kind: Pod, metadata: {selector: {}}}}";

    Response response = api.apply(GROUP.formatted(kind, "Api", "v1beta2", "", resource), "test");

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.warnings()).isEmpty();
    assertThat(response.at("spec", "schema", "group")).isEqualTo("kro.run");
    assertThat(response.at("spec", "schema", "scope")).isEqualTo("Namespaced");
    assertThat(api.delete(ObjectRef.of(response.body())).ok()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "api | v1 | | | spec.schema.kind in body should match",
        "Api | v1gamma1 | | | spec.schema.apiVersion in body should match",
        "Api | v1 | scope: Node | | spec.schema.scope: Unsupported value",
        "Api | v1 | shortNames: [a, a] | | .spec.schema.shortNames: duplicate entries",
        "Api | v1 | categories: [A] | | spec.schema.categories[0] in body should match",
        "Api | v1 | | {id: a} | exactly one of template or externalRef must be provided",
        "Api | v1 | | {template: {}} | spec.resources[0].id: Required value",
        "Api | v1 | | {id: a, template: {}, forEach: [{a: b, c: d}]} | must have at most 1 item",
        "Api | v1 | | {id: a, template: {}, forEach: [{}]} | should have at least 1 properties",
        "Api | v1 | | {id: a, externalRef: {apiVersion: v1, kind: Pod, metadata: {}}}"
            + " | exactly one of name or selector must be provided",
        "Api | v1 | nonsense: a | | .spec.schema.nonsense: field not declared in schema",
      })
  void whatUpstreamRefusesIsRefused(
      String kind, String version, String more, String resource, String why, ApiServer api) {
    String given = more == null ? "" : more;
    String resources = resource == null ? "" : resource;

    Response response =
        api.apply(GROUP.formatted("ResourceGroup", kind, version, given, resources), "test");

    assertThat(response.ok()).isFalse();
    assertThat(response.at("message")).asString().contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "kind, Other, v1, ''",
    "apiVersion, Api, v2, ''",
    "group, Api, v1, 'group: example.com'",
    "scope, Api, v1, 'scope: Cluster'",
  })
  void theApiOfAGroupCannotChange(
      String field, String kind, String version, String more, ApiServer api) {
    Response before = api.apply(GROUP.formatted("ResourceGroup", "Api", "v1", "", ""), "test");
    assertThat(before.ok()).isTrue();

    Response response =
        api.apply(GROUP.formatted("ResourceGroup", kind, version, more, ""), "test");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.at("message")).asString().contains(field + " is immutable");
    assertThat(api.delete(ObjectRef.of(before.body())).ok()).isTrue();
  }

  @Test
  void aRevisionCannotChange(ApiServer api) {
    assertThat(api.apply(REVISION.formatted(1), "test").status()).isEqualTo(201);

    Response response = api.apply(REVISION.formatted(2), "test");

    assertThat(response.at("message")).asString().contains("spec is immutable");
  }

  @ParameterizedTest
  @CsvSource({
    "kro.run/v1alpha1, ResourceGroup, resourcegroups, rg",
    "kro.run/v1alpha1, ResourceGraphDefinition, resourcegraphdefinitions, rgd",
    "internal.kro.run/v1alpha1, GraphRevision, graphrevisions, gr",
  })
  void kindsAreServedForTheWholeClusterWithShortNameAndStatus(
      String version, String kind, String plural, String shortName, ApiServer api) {
    Response served = api.request("GET", "/apis/" + version, "", "");
    Map<Object, Map<?, ?>> resources =
        ((List<?>) served.at("resources"))
            .stream()
                .map(resource -> (Map<?, ?>) resource)
                .collect(Collectors.toMap(resource -> resource.get("name"), Function.identity()));

    Map<?, ?> resource = resources.getOrDefault(plural, Map.of());
    assertThat(resource.get("kind")).isEqualTo(kind);
    assertThat(resource.get("namespaced")).isEqualTo(false);
    assertThat(resource.get("shortNames")).isEqualTo(List.of(shortName));
    assertThat(resources).containsKey(plural + "/status");
  }

  @ParameterizedTest
  @CsvSource({
    "resourcegroups.kro.run, APIVERSION KIND STATE READY TOPOLOGICALORDER AGE",
    "resourcegraphdefinitions.kro.run, APIVERSION KIND STATE READY TOPOLOGICALORDER AGE",
    "graphrevisions.internal.kro.run, RGD REVISION HASH READY AGE",
  })
  void tablesHaveUpstreamsColumns(String crd, String columns, ApiServer api) {
    Response stored =
        api.get(ObjectRef.of("apiextensions.k8s.io/v1", "CustomResourceDefinition", crd));

    List<String> names =
        ((List<?>) stored.at("spec", "versions", 0, "additionalPrinterColumns"))
            .stream()
                .map(column -> String.valueOf(((Map<?, ?>) column).get("name")))
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
    assertThat(names).containsExactly(columns.split(" "));
  }

  @Test
  void revisionsAreSelectedByTheirGroup(ApiServer api) {
    String named = REVISION.replace("api-types", "api-types-selected");
    Response revision = api.apply(named.formatted(1), "test");
    assertThat(revision.ok()).isTrue();

    Response selected =
        api.request(
            "GET",
            "/apis/internal.kro.run/v1alpha1/graphrevisions"
                + "?fieldSelector=spec.snapshot.name%3Dapi-types-selected",
            "",
            "");

    assertThat((List<?>) selected.at("items")).hasSize(1);
    api.delete(ObjectRef.of(revision.body()));
  }

  @ParameterizedTest
  @CsvSource({"32, true", "33, false"})
  void aGroupHasAtMost32ShortNames(int count, boolean taken, ApiServer api) {
    String names =
        IntStream.range(0, count).mapToObj(i -> "n" + i).collect(Collectors.joining(", "));
    String group = GROUP.formatted("ResourceGroup", "Api", "v1", "shortNames: [" + names + "]", "");

    assertThat(api.dryRun(group, "test").ok()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"63, true", "64, false"})
  void namesHaveAtMost63Characters(int length, boolean taken, ApiServer api) {
    String kind = "K" + "x".repeat(length - 1);
    String shortName = "s".repeat(length);

    assertThat(api.dryRun(GROUP.formatted("ResourceGroup", kind, "v1", "", ""), "test").ok())
        .isEqualTo(taken);
    String named =
        GROUP.formatted("ResourceGroup", "Api", "v1", "categories: [" + shortName + "]", "");
    assertThat(api.dryRun(named, "test").ok()).isEqualTo(taken);
  }
}
