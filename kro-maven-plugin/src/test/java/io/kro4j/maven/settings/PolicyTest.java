package io.kro4j.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  private static final Span PLACE = new Span(SourceFile.of("a.yaml", "a"), 0, 1);
  private static final Diagnostic WARNING = Diagnostic.of(DiagnosticId.CRD_LARGE, PLACE, "large");
  private static final Diagnostic ERROR = Diagnostic.of(DiagnosticId.YAML_SYNTAX, PLACE, "wrong");

  @Test
  void errorsFail() {
    assertThat(Policy.DEFAULT.failure(List.of(WARNING))).isEmpty();
    assertThat(Policy.DEFAULT.failure(List.of(WARNING, ERROR))).contains("1 error, 1 warning");
  }

  @Test
  void warningsMayFailToo() {
    Policy policy = Policy.of("warning", Map.of());

    assertThat(policy.failure(List.of())).isEmpty();
    assertThat(policy.failure(List.of(WARNING)))
        .contains("1 warning, and warnings fail this build (kro.failOn)");
  }

  @Test
  void aWarningMayWeighMore() {
    Policy policy = Policy.of("error", Map.of("crd.large", "error"));

    List<Diagnostic> judged = policy.judge(List.of(WARNING, ERROR));

    assertThat(judged).extracting(Diagnostic::severity).containsOnly(Severity.ERROR);
    assertThat(policy.failure(judged)).isEqualTo(Optional.of("2 errors"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eror    | crd.large     | error   | parameter `failOn`: `eror` is none of `error`, `warning`, `never`; did you mean `error`?",
        "error   | crd.larg      | error   | parameter `severities`: `crd.larg` is no id of a finding; did you mean `crd.large`?",
        "error   | crd.large     | warn    | parameter `severities`: `crd.large`: `warn` is none of `error`, `warning`",
        "error   | yaml.syntax   | warning | parameter `severities`: `yaml.syntax` is an error and cannot weigh less: what it is about does not work"
      })
  void saysWhatIsWrongWithParameters(String failOn, String id, String word, String mistake) {
    assertThat(Policy.of(failOn, Map.of(id, word)).mistakes()).containsExactly(mistake);
  }
}
