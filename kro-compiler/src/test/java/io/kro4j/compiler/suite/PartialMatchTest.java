package io.kro4j.compiler.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialMatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{}|{a: 1}|-",
        "{a: 1}|{a: 1, b: 2}|-",
        "{a: 1}|{a: 1.0}|-",
        "{a: 1}|{a: 2}|it: a: 1 ≠ 2",
        "{a: 1}|{}|it: a: 1 ≠ nothing",
        "{a: null}|{}|-",
        "{a: null}|{a: 1}|it: a: nothing ≠ 1",
        "{a: {b: x}}|{a: {b: x, c: y}}|-",
        "{a: {b: x}}|{a: x}|it: a: {\"b\":\"x\"} ≠ \"x\"",
        "{a: [1, 2]}|{a: [1, 2]}|-",
        "{a: [1]}|{a: [1, 2]}|it: a: 1 items: [1] ≠ 2 items: [1,2]",
        "{a: [{b: 1}]}|{a: [{b: 1, c: 2}]}|-",
        "{a: [{b: 1}]}|{a: [{b: 2}]}|it: a[0].b: 1 ≠ 2",
        "{a.b: 1}|{a.b: 2}|it: [\"a.b\"]: 1 ≠ 2",
      })
  void comparesWhatIsMentioned(String expected, String actual, String failure) {
    var failures = PartialMatch.failures("it", read(expected), read(actual).toJson());

    assertThat(failures)
        .extracting(found -> found.what() + ": " + found.expected() + " ≠ " + found.actual())
        .isEqualTo(failure == null ? List.of() : List.of(failure));
  }

  private static YamlValue read(String yaml) {
    return YamlReader.read(SourceFile.of("f", yaml), YamlLimits.DEFAULT)
        .value()
        .orElseThrow()
        .get(0)
        .root();
  }
}
