package io.kro4j.compiler.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.json.CanonicalJson;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {
  @Test
  void writesInTheStyleOfKubernetes() {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("replicas", 2L);
    spec.put("ratio", 1.0);
    spec.put("nothing", null);
    spec.put("on", "yes");
    spec.put("mode", "0755");
    spec.put("args", List.of("--port=80", "8080", List.of("a", Map.of()), List.of()));
    spec.put(
        "ports", List.of(new LinkedHashMap<>(Map.of("port", 80L)), Map.of("x", Map.of("z", 1L))));
    spec.put("script", "#!/bin/sh\n\n  echo \"$HOME\"\n");
    spec.put("cel", "${a ? 'x' : \"y\"}");
    spec.put("regex", "^[a-z]+\\.\\d$|: ");
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "v1");
    document.put("spec", spec);

    String yaml = YamlWriter.write(List.of("Generated"), List.of(document, Map.of("a", "b")));

    assertThat(yaml)
        .isEqualTo(
            """
            # Generated
            apiVersion: v1
            spec:
              replicas: 2
              ratio: 1.0
              nothing: null
              "on": "yes"
              mode: "0755"
              args:
              - --port=80
              - "8080"
              - - a
                - {}
              - []
              ports:
              - port: 80
              - x:
                  z: 1
              script: |
                #!/bin/sh

                  echo "$HOME"
              cel: |-
                ${a ? 'x' : "y"}
              regex: '^[a-z]+\\.\\d$|: '
            ---
            a: b
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a", "10Mi", "100m", "--flag=x", "-a", "http://x.y/z", "a:b", "a#b", "${schema.spec.name}",
        "$(NODE)", "it's", "say \"x\"", ".status.state", "kro.run/name", "漢字", "a, b", "Nope",
            "8080/TCP"
      })
  void leavesPlainWhatNoReaderMisreads(String text) {
    assertThat(YamlWriter.write(Map.of("key", text))).isEqualTo("key: " + text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Off",
        "y",
        "null",
        "~",
        "0755",
        "0o17",
        "1e3",
        "1_000",
        "1:30",
        "2001-01-01",
        ".inf",
        "=",
        "<<",
        " a",
        "a ",
        "a: b",
        "a #b",
        "#a",
        "*a",
        "- a",
        "---",
        "",
        "0x1f",
        "+1",
        "a:"
      })
  void quotesWhatAReaderCouldMisread(String text) {
    assertThat(YamlWriter.write(Map.of("key", text))).isEqualTo("key: \"" + text + "\"\n");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "100, 100.0",
    "1e21, 1.0e+21",
    "1e22, 1.0e+22",
    "1.5e-7, 1.5e-7",
    "0.000001, 0.000001",
    "2e-3, 0.002",
    "5e-324, 5.0e-324",
    "-0.0, -0.0",
    "2.0E-3, 0.002",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "0.1, 0.1",
    "-12.25, -12.25",
    "2.2250738585072014E-308, 2.2250738585072014e-308"
  })
  void writesDoublesAsDoublesOnAnyJava(double value, String text) {
    assertThat(YamlWriter.write(Map.of("key", value))).isEqualTo("key: " + text + "\n");
  }

  @Test
  void everyNastyStringSurvivesAsKeyAndValue() throws Exception {
    for (String text : RandomJson.NASTY) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put(text, text);
      document.put("list", Arrays.asList(text, List.of(text), Map.of(text, List.of(text))));
      String yaml = YamlWriter.write(document);
      assertThat(TestYaml.read(yaml)).as(yaml).isEqualTo(document);
      assertThat(readAsSource(yaml)).as(yaml).isEqualTo(document);
    }
  }

  @Test
  void halfOfASurrogatePairIsEscaped() {
    assertThat(YamlWriter.write(Map.of("k", "a\uD800"))).isEqualTo("k: \"a\\uD800\"\n");
  }

  @Test
  void randomDocumentsSurvive() throws Exception {
    for (long seed = 0; seed < 500; seed++) {
      Map<String, @Nullable Object> document = new RandomJson(seed).object(4);
      String yaml = YamlWriter.write(document);
      assertThat(TestYaml.read(yaml)).as("seed %d:%n%s", seed, yaml).isEqualTo(document);
      assertThat(yaml).doesNotContain("\r", "\u0085", "\u2028", "\ufeff").endsWith("\n");
    }
  }

  @Test
  void bytesDependOnNothingButTheValues() {
    Map<String, @Nullable Object> document = new RandomJson(7).object(6);
    String expected = YamlWriter.write(document);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-thai"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      assertThat(YamlWriter.write(document)).isEqualTo(expected);
      assertThat(YamlWriter.write(Map.of("k", "INF"))).isEqualTo("k: INF\n");
      assertThat(YamlWriter.write(Map.of("k", ".INF"))).isEqualTo("k: \".INF\"\n");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void commentsCannotBreakOut() {
    String yaml = YamlWriter.write(List.of("a\nb: c"), List.of(Map.of("k", "v")));
    assertThat(yaml).isEqualTo("# \"a\\nb: c\"\nk: v\n");
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThatThrownBy(() -> YamlWriter.write(Map.of("k", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> YamlWriter.write(Map.of("k", new Object())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void canonicalJsonForgetsWhatAnApiServerForgets() {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("b", 1.0);
    one.put("a", new ArrayList<>(List.of(BigInteger.TWO.pow(70), "é\u0001\"")));
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    other.put("a", List.of(Math.pow(2, 70), "é\u0001\""));
    other.put("b", 1L);

    assertThat(CanonicalJson.write(one))
        .isEqualTo("{\"a\":[1.1805916207174113e+21,\"é\\u0001\\\"\"],\"b\":1}")
        .isEqualTo(CanonicalJson.write(other));
    assertThat(Digest.ofJson(one)).isEqualTo(Digest.ofJson(other));
    assertThat(Digest.ofText("abc").text())
        .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static @Nullable Object readAsSource(String yaml) {
    Checked<List<YamlDocument>> read =
        YamlReader.read(SourceFile.of("a.yaml", yaml), YamlLimits.DEFAULT);
    assertThat(read.diagnostics()).as(yaml).isEmpty();
    return read.value().orElseThrow().isEmpty()
        ? Map.of()
        : read.value().orElseThrow().get(0).root().toJson();
  }
}
