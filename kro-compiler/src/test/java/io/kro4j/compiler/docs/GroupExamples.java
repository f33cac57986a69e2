package io.kro4j.compiler.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.render.InstanceRenderings;
import io.kro4j.compiler.render.RenderInput;
import io.kro4j.compiler.render.RenderOptions;
import io.kro4j.compiler.render.Rendering;
import io.kro4j.compiler.render.RenderingText;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.suite.SuiteInput;
import io.kro4j.compiler.suite.SuiteResult;
import io.kro4j.compiler.suite.SuiteText;
import io.kro4j.compiler.suite.TestSuite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Instances and tests of a group on a page. */
record GroupExamples(CompiledGroup group) {
  /** Whether blocks with this verb are used by others. */
  static boolean isInput(String verb) {
    return verb.equals("instance") || verb.equals("failing test");
  }

  /** What an instance becomes. */
  String render(String instance) {
    Checked<List<Rendering>> renderings =
        InstanceRenderings.of(
            new RenderInput(
                List.of(group),
                KubernetesCatalog.newest(),
                List.of(SourceFile.of("instance.yaml", instance)),
                List.of(),
                List.of(),
                RenderOptions.of(true, "0.1.0")));
    assertThat(TextRenderer.render(renderings.diagnostics())).isEmpty();
    return renderings.value().orElseThrow().stream()
        .map(RenderingText::of)
        .collect(Collectors.joining());
  }

  /** What a test says if it fails. */
  String test(String test) {
    String name = "src/test/kro/" + group.name() + ".test.yaml";
    Checked<SuiteResult> run =
        TestSuite.run(
            new SuiteInput(
                List.of(group),
                KubernetesCatalog.newest(),
                List.of(SourceFile.of(name, test)),
                file -> Optional.empty()));
    assertThat(TextRenderer.render(run.diagnostics())).isEmpty();
    return run.value().orElseThrow().tests().stream()
        .flatMap(result -> result.steps().stream())
        .flatMap(step -> SuiteText.failures(step).stream())
        .map(text -> text + "\n")
        .collect(Collectors.joining());
  }
}
