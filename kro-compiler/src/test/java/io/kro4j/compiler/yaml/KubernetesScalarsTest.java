package io.kro4j.compiler.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scalars mean what {@code sigs.k8s.io/yaml} 1.6 makes of them; each row was read by it. */
class KubernetesScalarsTest {
  static Stream<Arguments> values() {
    return Stream.of(
            rows(true, "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"),
            rows(false, "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"),
            rows(null, "", "~", "null", "Null", "NULL", "!!null ''"),
            rows(493L, "0755", "0o755", "0O755", "0x1ed", "0X1ED", "0b111101101", "4_93", "493.0"),
            rows(0L, "0", "-0", "0.0", "-0.0", "0_"),
            rows(-5L, "-5", "-0x5", "-0b101", "-05", "!!int '-5'"),
            rows(1000L, "1_000", "1e3", "1E+3", "1000.", "!!float 1000"),
            rows(8L, "08", "8.0"),
            rows(1.5, "1.5", "+1.5", "1_.5", "15e-1"),
            rows(0.5, ".5", "+.5", "5e-1"),
            rows(1e21, "1e21"),
            rows(1e20, "1e20"),
            rows(Long.MAX_VALUE, "9223372036854775807"),
            rows(
                new BigInteger("18446744073709551615"),
                "18446744073709551615",
                "0xffffffffffffffff"),
            rows(1.8446744073709552e19, "18446744073709551616"),
            rows("hi", "hi", "'hi'", "\"hi\"", "!!binary aGk=", "!!str hi", "! hi"),
            rows("5", "'5'", "!!str 5", "! 5"),
            rows("yes", "'yes'", "\"yes\"", "!!str yes"))
        .flatMap(rows -> rows);
  }

  static Stream<Arguments> strings() {
    return rowsOf(
        "yEs",
        "nULL",
        "tRUE",
        "0o8",
        "0x",
        "0b2",
        "1:30",
        "190:20:30",
        "2024-01-01",
        "2001-12-14t21:59:43.10Z",
        "1.2.3",
        "1e400",
        "+",
        ".",
        "..",
        "0x1p4",
        "1f",
        "Infinity",
        "NaN",
        "0x1ffffffffffffffff",
        "_1",
        "=",
        "1,000");
  }

  @ParameterizedTest(name = "{1} is {0}")
  @MethodSource("values")
  void aScalarIs(Object expected, String written) {
    assertThat(read("a: " + written).get("a")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strings")
  void aScalarStaysAString(String written) {
    assertThat(read("a: " + written).get("a")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "y,true",
    "on,true",
    "no,false",
    "N,false",
    "0755,493",
    "1.0,1",
    "1e7,1e+07",
    "1e18,1e+18",
    "0.00001,1e-05",
    "123456.0,123456",
    "1234567.5,1.2345675e+06"
  })
  void aKeyThatBecomesAnotherTextIsAWarning(String written, String key) {
    Checked<List<YamlDocument>> documents =
        YamlReader.read(SourceFile.of("test.yaml", written + ": x"), YamlLimits.DEFAULT);

    assertThat(documents.value().orElseThrow().get(0).root().toJson()).isEqualTo(Map.of(key, "x"));
    assertThat(documents.diagnostics())
        .extracting(Diagnostic::id)
        .containsExactly(DiagnosticId.YAML_CONVERTED_KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "1.5,1.5",
    "0.0001,0.0001",
    ".inf,.inf",
    "'\"yes\"',yes",
    "a b,a b",
    "!!str 1,1"
  })
  void aKeyIsAString(String written, String key) {
    assertThat(read(written + ": x")).containsExactly(Map.entry(key, "x"));
  }

  @Test
  void aMergeKeyActsWhereItStands() {
    assertThat(read("x: &x {a: 1, b: 1}\nv: {a: 2, <<: *x}\nz: {<<: *x, a: 2}"))
        .containsEntry("v", Map.of("a", 1L, "b", 1L))
        .containsEntry("z", Map.of("a", 2L, "b", 1L));
  }

  @Test
  void theFirstOfSeveralMergedObjectsWins() {
    assertThat(read("x: {<<: [{a: 1}, {a: 2, b: 2}], c: 3}"))
        .containsEntry("x", Map.of("a", 1L, "b", 2L, "c", 3L));
  }

  @Test
  void aQuotedMergeKeyIsAKey() {
    assertThat(read("x: {'<<': {a: 1}}")).containsEntry("x", Map.of("<<", Map.of("a", 1L)));
  }

  @Test
  void anAliasIsItsAnchorsValue() {
    assertThat(read("a: &a [1, &b x]\nc: *a\n*b : d"))
        .containsEntry("c", List.of(1L, "x"))
        .containsEntry("x", "d");
  }

  private static Stream<Arguments> rows(Object value, String... written) {
    return Arrays.stream(written).map(text -> Arguments.of(value, text));
  }

  private static Stream<Arguments> rowsOf(String... written) {
    return Arrays.stream(written).map(Arguments::of);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String text) {
    var read = YamlReader.read(SourceFile.of("test.yaml", text), YamlLimits.DEFAULT);
    assertThat(read.diagnostics()).isEmpty();
    return (Map<String, Object>) read.value().orElseThrow().get(0).root().toJson();
  }
}
