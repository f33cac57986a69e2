package io.kro4j.compiler.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the compiler writes, in the hands of a real API server and its own YAML reader. */
@ExtendWith(SharedControlPlane.class)
class CompiledGraphApiServerTest {
  @BeforeAll
  static void installCrd(ApiServer api) throws Exception {
    String crd =
        Files.readString(
            Path.of("src/main/resources/io/kro4j/compiler/artifact/compiledgraphs.kro4j.io.yaml"));
    Response response = api.establish(crd, "test");
    assertThat(response.warnings()).isEmpty();
    assertThat(CrdDigest.of(response.body())).isEqualTo(CrdDigest.of(TestYaml.readObject(crd)));
  }

  @Test
  void graphsComeBackAsTheyWere(ApiServer api) throws Exception {
    for (long seed = 0; seed < 60; seed++) {
      CompiledGraph graph = RandomGraph.of(seed);
      String yaml = YamlWriter.write(CompiledGraphWriter.toJson(graph));
      Response response = api.apply(yaml, "test");
      assertThat(response.ok()).as("seed %d: %s%n%s", seed, response.body(), yaml).isTrue();
      assertThat(CompiledGraphReader.read(body(response)))
          .as("seed %d: %s%n%s", seed, response.body(), yaml)
          .isInstanceOf(ReadGraph.Accepted.class);
    }
  }

  @Test
  void theKindOfAGraphCannotChange(ApiServer api) {
    Map<String, Object> object = CompiledGraphWriter.toJson(SampleGraph.compiled());
    assertThat(api.apply(object, "test").ok()).isTrue();
    assertThat(CompiledGraphReader.read(api.apply(object, "test").body()))
        .isEqualTo(new ReadGraph.Accepted(SampleGraph.compiled()));
    TestYaml.put(TestYaml.object(object), "spec.api.kind", "Other");

    Response response = api.apply(object, "test");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.at("message")).asString().contains("keeps its kind");
  }

  @Test
  void theApiServerReadsTheYamlAsItWasMeant(ApiServer api) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    int count = 0;
    for (String text : RandomJson.NASTY) {
      data.put("k" + count++, text);
    }
    Map<String, @Nullable Object> configMap = new LinkedHashMap<>();
    configMap.put("apiVersion", "v1");
    configMap.put("kind", "ConfigMap");
    configMap.put("metadata", Map.of("name", "nasty", "namespace", "default"));
    configMap.put("data", data);

    Response response = api.apply(YamlWriter.write(List.of("c"), List.of(configMap)), "test");

    assertThat(response.at("data")).isEqualTo(data);
  }

  /** The object; the client gives it as text if it has an integer beyond 64 bits. */
  private static Map<String, @Nullable Object> body(Response response) throws Exception {
    return response.body().get("message") instanceof String text
        ? TestYaml.object(new ObjectMapper().readValue(text, Object.class))
        : new LinkedHashMap<>(response.body());
  }
}
