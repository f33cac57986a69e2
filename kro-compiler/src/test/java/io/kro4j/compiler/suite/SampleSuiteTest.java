package io.kro4j.compiler.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.samples.Sample;
import io.kro4j.compiler.schema.KubernetesCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests of the samples, as {@code kro:test} runs them. */
class SampleSuiteTest {
  @Test
  void pass() {
    Checked<SuiteResult> run =
        TestSuite.run(
            new SuiteInput(
                Sample.compileAll().groups(),
                KubernetesCatalog.newest(),
                Sample.all().stream().flatMap(sample -> sample.tests().stream()).toList(),
                Sample::file));

    assertThat(TextRenderer.render(run.diagnostics())).isEmpty();
    List<String> failures =
        run.value().orElseThrow().tests().stream()
            .flatMap(test -> test.steps().stream())
            .flatMap(step -> SuiteText.failures(step).stream())
            .toList();
    assertThat(failures).isEmpty();
    assertThat(run.value().orElseThrow().tests()).hasSizeGreaterThanOrEqualTo(4);
  }
}
