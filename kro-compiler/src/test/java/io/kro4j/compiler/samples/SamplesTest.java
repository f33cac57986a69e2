package io.kro4j.compiler.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.TextRenderer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the samples promise: they are complete, and compile without a finding. */
class SamplesTest {
  @Test
  void compileWithoutFindings() {
    assertThat(TextRenderer.render(Sample.compileAll().diagnostics())).isBlank();
  }

  @Test
  void haveInstancesOfBothSorts() {
    assertThat(Sample.all()).hasSizeGreaterThanOrEqualTo(12).allSatisfy(SamplesTest::isComplete);
  }

  private static void isComplete(Sample sample) {
    List<Sample.Instance> instances = sample.instances();
    assertThat(sample.folder().resolve("README.md")).exists();
    assertThat(instances).allMatch(file -> file.name().matches("(in)?valid-[-a-z0-9]+\\.yaml"));
    assertThat(instances).filteredOn(Sample.Instance::isValid).hasSizeGreaterThanOrEqualTo(2);
    assertThat(instances).filteredOn(each -> !each.isValid()).hasSizeGreaterThanOrEqualTo(2);
  }
}
