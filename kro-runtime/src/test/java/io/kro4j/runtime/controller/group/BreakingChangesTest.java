package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.runtime.controller.TestGroup;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of a group that would break objects or clients wait until they are allowed. */
@ExtendWith(SharedControlPlane.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakingChangesTest {
  private static final String GROUP =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: %s, annotations: {kro.run/allow-breaking-changes: '%s'}}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: %s
          group: test.example.com
          spec: {kept: string%s}
        resources: []
      """;

  private DefinitionControllers controllers;
  private int number;

  @BeforeAll
  void start(ControlPlane controlPlane, ApiServer api) {
    DefinitionControllers.install(api);
    controllers = DefinitionControllers.start(controlPlane);
  }

  @AfterAll
  void stop() {
    controllers.close();
  }

  /** Rows of upstream's features, the fields before and after, what is said. */
  @ParameterizedTest(name = "{0}: {1} > {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "BC-01 | a: string | | spec.a",
        "BC-01 | a: string | a: integer | spec.a",
        "BC-01 | a: '[]string' | a: '[]integer' | spec.a[]",
        "BC-02 | | a: string # required=true | without a default",
        "BC-03 | a: string | a: string # required=true | spec.a",
        "BC-03 | a: string # required=true default=x | a: string # required=true | spec.a",
        "BC-04 | a: string # enum=\"x,y\" | a: string # enum=\"x\" | spec.a",
        "BC-04 | a: string | a: string # pattern=\"x\" | spec.a",
        "BC-04 | a: string # pattern=\"x\" | a: string # pattern=\"y\" | spec.a",
        "BC-05 | a: integer # minimum=1 | a: integer # minimum=2 | spec.a",
        "BC-05 | a: integer | a: integer # maximum=2 | spec.a",
        "BC-05 | a: string # maxLength=9 | a: string # maxLength=8 | spec.a",
        "BC-05 | a: '[]string' | a: '[]string # minItems=1' | spec.a",
        "BC-10 | a: string | a: string # enum=\"x\" | spec.a",
        "BC-10 | a: 'map[string]string' | a: 'map[string]integer' | spec.a",
      })
  void areRefused(String row, String before, String after, String said, ApiServer api) {
    TestGroup group = TestGroup.of(name(row));
    apply(api, group, "false", before);
    group.awaitReady(api);

    apply(api, group, "yes", after);
    Response refused =
        api.waitFor(group.ref(), TestGroup.has("KindReady", "False", "Failed", m -> true));

    assertThat(TestGroup.message(refused, "KindReady"))
        .startsWith("cannot update CRD ")
        .contains("breaking changes detected: ", said)
        .doesNotContain("more change");
    assertThat(refused.at("status", "state")).isEqualTo("Inactive");
    apply(api, group, "true", after);
    group.awaitReady(api);
  }

  /** The fields before and after. */
  @ParameterizedTest(name = "{0} > {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "| a: string",
        "| a: string # required=true default=x",
        "a: string | a: string # description=x",
        "a: string # default=x | a: string # default=y",
        "a: string # required=true | a: string",
        "a: string # enum=\"x\" | a: string # enum=\"x,y\"",
        "a: string # pattern=\"x\" | a: string",
        "a: integer # minimum=2 maximum=8 | a: integer # minimum=1 maximum=9",
        "a: string # minLength=2 | a: string",
        "a: '[]string # maxItems=1' | a: '[]string # maxItems=2'",
      })
  void relaxationsAreWritten(String before, String after, ApiServer api) {
    TestGroup group = TestGroup.of(name("relaxed"));
    apply(api, group, "false", before);
    group.awaitReady(api);
    Object generation = api.get(group.crd()).at("metadata", "generation");

    apply(api, group, "false", after);
    group.awaitReady(api);

    assertThat(api.get(group.crd()).at("metadata", "generation")).isNotEqualTo(generation);
    assertThat(group.get(api).at("status", "lastIssuedRevision")).isEqualTo(2L);
  }

  @Test
  void ofManyThreeAreNamed(ApiServer api) {
    TestGroup group = TestGroup.of("many-changes");
    apply(api, group, "false", "a: string, b: string, c: string, d: string, e: string");
    group.awaitReady(api);

    apply(api, group, "false", "");

    Response refused =
        api.waitFor(group.ref(), TestGroup.has("KindReady", "False", "Failed", m -> true));
    assertThat(TestGroup.message(refused, "KindReady"))
        .contains("`spec.a`", "`spec.b`", "`spec.c`")
        .endsWith("; and 2 more changes")
        .doesNotContain("`spec.d`");
  }

  private String name(String row) {
    number++;
    return row.toLowerCase(Locale.ROOT) + "-x" + number;
  }

  private static void apply(
      ApiServer api, TestGroup group, String allowed, @Nullable String field) {
    String more = field == null || field.isEmpty() ? "" : ", " + quoted(field.replace('#', '|'));
    Response applied = api.apply(GROUP.formatted(group.name(), allowed, group.api(), more), "test");
    assertThat(applied.ok()).as("%s", applied).isTrue();
  }

  /** SimpleSchema has characters that YAML's flow style does not take unquoted. */
  private static String quoted(String field) {
    int colon = field.indexOf(": ");
    String type = field.substring(colon + 2);
    return type.startsWith("'") || !type.contains("|")
        ? field
        : field.substring(0, colon) + ": '" + type + "'";
  }
}
