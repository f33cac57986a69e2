package io.kro4j.compiler.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.samples.Sample;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The instances of the samples, which an API server takes and refuses as their names say. */
class SampleRenderingTest {
  private final Compilation compilation = Sample.compileAll();

  @TestFactory
  Stream<DynamicTest> takesWhatAnApiServerTakes() {
    return Sample.all().stream()
        .flatMap(
            sample ->
                sample.instances().stream()
                    .map(
                        instance ->
                            dynamicTest(
                                sample.name() + "/" + instance.name(), () -> check(instance))));
  }

  @TestFactory
  Stream<DynamicTest> makesUpInstancesThatPass() {
    return compilation.groups().stream()
        .map(group -> dynamicTest(group.name(), () -> checkMadeUp(group)));
  }

  private void check(Sample.Instance instance) {
    SourceFile file = SourceFile.of(instance.name(), instance.text());
    Checked<List<Rendering>> renderings = render(compilation.groups(), List.of(file));

    assertThat(renderings.hasErrors())
        .as(TextRenderer.render(renderings.diagnostics()))
        .isEqualTo(!instance.isValid());
    for (Rendering rendering : renderings.value().orElseThrow()) {
      assertThat(rendering.levels().get(0)).isNotEmpty();
      assertThat(RenderingText.of(rendering))
          .isEqualTo(
              RenderingText.of(
                  render(compilation.groups(), List.of(file)).value().orElseThrow().get(0)));
    }
  }

  private void checkMadeUp(CompiledGroup group) {
    Checked<List<Rendering>> renderings = render(List.of(group), List.of());

    // A rule says what is wrong with a value, and not which one is right.
    assertThat(renderings.diagnostics())
        .allMatch(found -> found.id() == DiagnosticId.ADMISSION_RULE);
    assertThat(renderings.value().orElseThrow()).hasSize(renderings.hasErrors() ? 0 : 1);
  }

  private static Checked<List<Rendering>> render(
      List<CompiledGroup> groups, List<SourceFile> instances) {
    return InstanceRenderings.of(
        new RenderInput(
            groups,
            KubernetesCatalog.newest(),
            instances,
            List.of(),
            List.of(),
            RenderOptions.of(true, "1.2.3")));
  }
}
