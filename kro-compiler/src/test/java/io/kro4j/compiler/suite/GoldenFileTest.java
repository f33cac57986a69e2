package io.kro4j.compiler.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.samples.Sample;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the golden file of a step is compared with, and which files become golden files. */
class GoldenFileTest {
  private static final String TEST =
      """
      group: web-application
      steps:
      - name: created
        instance:
          apiVersion: platform.example.com/v1alpha1
          kind: WebApplication
          metadata: {name: shop}
          spec: {name: shop, image: "registry.example.com/shop:1"}
        expect: {golden: there.yaml}
      """;

  @Test
  void isWrittenWhereThereIsNone() {
    SuiteResult result = run(Optional.empty());

    assertThat(failures(result)).hasSize(1);
    assertThat(result.goldens()).containsOnlyKeys("there.yaml");
  }

  @Test
  void isTheSameWithTheLineEndsOfWindows() {
    String golden = run(Optional.empty()).goldens().get("there.yaml").replace("\n", "\r\n");

    assertThat(failures(run(Optional.of(golden)))).isEmpty();
  }

  @Test
  void isNoFileOfSomethingElse() {
    SuiteResult result = run(Optional.of(TEST));

    assertThat(failures(result))
        .containsExactly(
            """
            web.test.yaml:9:20: step `created`: golden there.yaml
              expected: a golden file, or none yet
              actual:   a file of something else, which is not overwritten""");
    assertThat(result.goldens()).isEmpty();
  }

  private static SuiteResult run(Optional<String> there) {
    SuiteInput input =
        new SuiteInput(
            Sample.compileAll().groups(),
            KubernetesCatalog.newest(),
            List.of(SourceFile.of("web.test.yaml", TEST)),
            name -> there.map(text -> SourceFile.of(name, text)));
    return TestSuite.run(input).value().orElseThrow();
  }

  private static List<String> failures(SuiteResult result) {
    return result.tests().stream()
        .flatMap(test -> test.steps().stream())
        .flatMap(step -> SuiteText.failures(step).stream())
        .toList();
  }
}
