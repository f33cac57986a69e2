package io.kro4j.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPathsTest {
  @ParameterizedTest
  @CsvSource({
    "/work, /work, .",
    "/work, /work/samples, samples",
    "/work, /work/samples/../other/deep, other/deep",
    "/work/samples, /work, /work",
    "/work/samples, /elsewhere, /elsewhere"
  })
  void showsPathsFromWhereMavenWasCalled(Path root, Path path, String shown) {
    assertThat(ShownPaths.shown(root, path)).isEqualTo(shown);
  }

  @Test
  void renamesFilesInFindings() {
    SourceFile file = SourceFile.of("web.yaml", "a: b");
    SourceFile other = SourceFile.of("../shared/a.yaml", "a: b");
    Diagnostic finding =
        Diagnostic.of(DiagnosticId.YAML_SYNTAX, new Span(file, 0, 1), "wrong")
            .withHelp("mend it")
            .withRelated("here too", new Span(other, 3, 4));

    List<Diagnostic> renamed =
        new ShownPaths(ShownPaths.prefix(Path.of("/work"), Path.of("/work/samples")))
            .rename(List.of(finding));

    Diagnostic shown = renamed.get(0);
    assertThat(shown.span().file().name()).isEqualTo("samples/web.yaml");
    assertThat(shown.span().startPosition()).isEqualTo(finding.span().startPosition());
    assertThat(shown.related().get(0).span().file().name()).isEqualTo("shared/a.yaml");
    assertThat(shown.help()).isEqualTo("mend it");
  }
}
