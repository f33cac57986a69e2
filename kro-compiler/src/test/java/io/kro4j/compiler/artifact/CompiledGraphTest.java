package io.kro4j.compiler.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.artifact.ReadGraph.Accepted;
import io.kro4j.compiler.artifact.ReadGraph.Reason;
import io.kro4j.compiler.artifact.ReadGraph.Rejected;
import io.kro4j.compiler.json.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledGraphTest {
  @Test
  void readsLikeTheSource() throws Exception {
    Fixtures.assertSame(
        Fixtures.resource("artifact/compiled-graph.yaml"),
        YamlWriter.write(CompiledGraphWriter.toJson(SampleGraph.compiled())));
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    for (long seed = 0; seed < 500; seed++) {
      CompiledGraph graph = RandomGraph.of(seed);
      String yaml = YamlWriter.write(CompiledGraphWriter.toJson(graph));
      assertThat(CompiledGraphReader.read(TestYaml.readObject(yaml)))
          .as("seed %d:%n%s", seed, yaml)
          .isEqualTo(new Accepted(graph));
    }
  }

  @Test
  void statusAndForeignMetadataDoNotMatter() {
    Map<String, Object> object = CompiledGraphWriter.toJson(SampleGraph.compiled());
    object.put("metadata", Map.of("name", "webapp", "uid", "1", "labels", Map.of("a", "b")));
    object.put("status", Map.of("state", "Active"));

    assertThat(CompiledGraphReader.read(object)).isEqualTo(new Accepted(SampleGraph.compiled()));
  }

  @Test
  void sameExpressionsWithDifferentTypesStayApart() {
    ExpressionTable table = new ExpressionTable();

    List<String> references =
        table.addAll(
            List.of(
                SampleGraph.expression("a", "int"),
                SampleGraph.expression("a", "string"),
                SampleGraph.expression("a", "int")));

    assertThat(references).containsExactly("${a}", "$2{a}", "${a}");
    assertThat(table.entries()).hasSize(2);
  }

  @Test
  void editsAreNoticed() throws Exception {
    String yaml = YamlWriter.write(CompiledGraphWriter.toJson(SampleGraph.compiled()));
    List<String> edits =
        List.of(
            yaml.replace("name: webapp\n", "name: webapp2\n"),
            yaml.replace("readyReplicas > 0", "readyReplicas > 1"),
            yaml.replace("applyOrder: 2", "applyOrder: 3"),
            yaml.replace("workers: 2", "workers: 3"));

    for (String edit : edits) {
      ReadGraph read = CompiledGraphReader.read(TestYaml.readObject(edit));
      assertThat(read)
          .isInstanceOfSatisfying(
              Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.DIGEST_MISMATCH));
    }
  }

  @Test
  void formattingAndOrderOfKeysDoNotMatter() throws Exception {
    String yaml = YamlWriter.write(CompiledGraphWriter.toJson(SampleGraph.compiled()));
    Object sorted = TestYaml.read(CanonicalJson.write(TestYaml.read(yaml)));

    assertThat(CompiledGraphReader.read(TestYaml.object(sorted)))
        .isEqualTo(new Accepted(SampleGraph.compiled()));
  }

  @Test
  void anotherFormatIsNamedAsSuch() {
    Map<String, Object> object = CompiledGraphWriter.toJson(SampleGraph.compiled());
    Map<String, Object> spec = spec(object);
    spec.put("formatVersion", 2L);
    spec.put("nodes", "something new");

    assertThat(CompiledGraphReader.read(object))
        .isEqualTo(
            new Rejected(
                Reason.UNSUPPORTED_FORMAT,
                "spec.formatVersion",
                "is 2, and this release reads 1; compile again with the release that runs in the"
                    + " cluster"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.nodes[1].expressions | null | spec.nodes[1].includeWhen",
        "spec.nodes[1].dependencies | [nobody] | spec.nodes[1].dependencies",
        "spec.nodes[1].id | database | spec.nodes[1].id",
        "spec.nodes[1].type | Thing | spec.nodes[1].type",
        "spec.nodes[1].type | Collection | spec.nodes[1].forEach",
        "spec.nodes[1].template | null | spec.nodes[1].template",
        "spec.nodes[1].template | {a: '${b}'} | spec.nodes[1].template.a",
        "spec.nodes[1].applyOrder | 0 | spec.nodes[1].applyOrder",
        "spec.nodes[1].applyOrder | 1.5 | spec.nodes[1].applyOrder",
        "spec.nodes[1].scope | Everywhere | spec.nodes[1].scope",
        "spec.nodes[1].extra | 1 | spec.nodes[1].extra",
        "spec.nodes | {} | spec.nodes",
        "spec.api | null | spec.api",
        "spec.api.plural | 1 | spec.api.plural",
        "spec.crd.name | x.kro.run | spec.crd.name",
        "spec.crd.digest | sha256:1 | spec.crd.digest",
        "spec.requiredTypes | [] | spec.requiredTypes",
        "spec.controller.resync | soon | spec.controller.resync",
        "spec.status.expressions[0].reads[0].conversion | magic |"
            + " spec.status.expressions[0].reads[0].conversion",
      })
  void damageIsNamed(String path, String value, String place) throws Exception {
    Map<String, @Nullable Object> object =
        TestYaml.readObject(YamlWriter.write(CompiledGraphWriter.toJson(SampleGraph.compiled())));
    TestYaml.put(object, path, TestYaml.read(value));
    reseal(object);

    assertThat(CompiledGraphReader.read(object))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Reason.INVALID);
              assertThat(rejected.path()).isEqualTo(place);
            });
  }

  @Test
  void hostileObjectsAreRejectedAsValues() {
    Map<String, @Nullable Object> deep = new LinkedHashMap<>();
    Map<String, @Nullable Object> inner = deep;
    for (int i = 0; i < 100_000; i++) {
      Map<String, @Nullable Object> next = new LinkedHashMap<>();
      inner.put("a", next);
      inner = next;
    }
    List<Object> wide = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      wide = List.of(wide, wide);
    }
    List<@Nullable Object> values = new ArrayList<>(List.of(deep, wide, Double.NaN, new Object()));
    values.add(Map.of(1, 2));
    values.add(null);
    for (Object value : values) {
      Map<String, @Nullable Object> object =
          new LinkedHashMap<>(CompiledGraphWriter.toJson(SampleGraph.compiled()));
      spec(object).put("status", value);
      assertThat(CompiledGraphReader.read(object)).isInstanceOf(Rejected.class);
      object.put("spec", value);
      assertThat(CompiledGraphReader.read(object)).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void anyMutationYieldsAValue() throws Exception {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Map<String, @Nullable Object> object =
          TestYaml.readObject(YamlWriter.write(CompiledGraphWriter.toJson(RandomGraph.of(seed))));
      TestYaml.mutate(object, random, new RandomJson(seed));
      if (object.get("spec") instanceof Map<?, ?> && object.get("metadata") instanceof Map<?, ?>) {
        reseal(object);
      }
      assertThat(CompiledGraphReader.read(object)).isNotNull();
    }
  }

  @Test
  void digestsOfSourcesIgnoreHowTheyAreWritten() throws Exception {
    String source = "{kind: ResourceGroup, metadata: {name: a}, spec: {x: 1, y: [2.0]}}";
    String same =
        "{kind: ResourceGraphDefinition, metadata: {labels: {l: m}, name: a}, spec: {y: [2], x: 1}}";
    String other = "{kind: ResourceGroup, metadata: {name: a}, spec: {x: 1, y: [3]}}";
    String renamed = "{kind: ResourceGroup, metadata: {name: b}, spec: {x: 1, y: [2]}}";

    Digest digest = SourceDigest.of(TestYaml.readObject(source));
    assertThat(SourceDigest.of(TestYaml.readObject(same))).isEqualTo(digest);
    assertThat(SourceDigest.of(TestYaml.readObject(other))).isNotEqualTo(digest);
    assertThat(SourceDigest.of(TestYaml.readObject(renamed))).isNotEqualTo(digest);
  }

  @Test
  void digestsOfCrdsIgnoreWhatAnApiServerAdds() throws Exception {
    String crd = "{metadata: {name: a.b}, spec: {group: b, versions: [{name: v1}]}}";
    String live =
        "{metadata: {name: a.b, uid: u, labels: {l: m}}, spec: {conversion: {strategy: None},"
            + " group: b, versions: [{name: v1}]}, status: {acceptedNames: {}}}";
    String other = "{metadata: {name: a.b}, spec: {group: b, versions: [{name: v2}]}}";

    Digest digest = CrdDigest.of(TestYaml.readObject(crd));
    assertThat(CrdDigest.of(TestYaml.readObject(live))).isEqualTo(digest);
    assertThat(CrdDigest.of(TestYaml.readObject(other))).isNotEqualTo(digest);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> spec(Map<String, ?> object) {
    return (Map<String, Object>) object.get("spec");
  }

  /** Makes the digest fit, as a forger would. */
  private static void reseal(Map<String, @Nullable Object> object) {
    Map<?, ?> metadata = (Map<?, ?>) object.get("metadata");
    Map<String, Object> spec = spec(object);
    spec.put(
        "digest", CompiledGraphWriter.digest(String.valueOf(metadata.get("name")), spec).text());
  }
}
