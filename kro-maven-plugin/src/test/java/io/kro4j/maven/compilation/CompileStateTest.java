package io.kro4j.maven.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.suppression.Suppressed;
import io.kro4j.maven.Examples;
import io.kro4j.maven.input.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompileStateTest {
  private static final String KEY = "1234";

  @TempDir Path folder;
  private Inputs inputs;
  private CompileState state;

  @BeforeEach
  void state() throws IOException {
    Path input = Files.writeString(folder.resolve("in put.yaml"), "a: b\n");
    inputs =
        Examples.NO_INPUTS.withSources(
            List.of(new InputFile("in put.yaml", Files.readAllBytes(input))));
    Files.createDirectories(folder.resolve("out/crds"));
    Files.writeString(folder.resolve("out/crds/a.yaml"), "a\r\n");
    Files.writeString(folder.resolve("out/kustomization.yaml"), "c\n");
    TreeMap<String, Digest> files = new TreeMap<>();
    files.put("crds/a.yaml", Digest.ofText("a\n"));
    files.put("kustomization.yaml", Digest.ofText("c\n"));
    SourceFile file = SourceFile.of("in put.yaml", "a: b\n");
    Diagnostic finding =
        Diagnostic.of(DiagnosticId.YAML_DUPLICATE_KEY, new Span(file, 0, 1), "a\\b\tc\nd");
    state =
        new CompileState(
            KEY,
            3,
            files,
            new Found(
                List.of(
                    finding, finding.withHelp("help").withRelated("here", new Span(file, 3, 4))),
                List.of(
                    new Suppressed(finding, "why\tnot"),
                    new Suppressed(finding.withRelated("here", new Span(file, 3, 4)), "so"))));
  }

  @Test
  void comesBackAsItWasWritten() throws IOException {
    state.write(folder.resolve("kro/any.state"));

    CompileState read = CompileState.find(folder.resolve("kro"), KEY, inputs).orElseThrow();

    assertThat(read.groups()).isEqualTo(3);
    assertThat(read.files()).isEqualTo(state.files());
    assertThat(read.found().toString()).isEqualTo(state.found().toString());
    assertThat(read.found().diagnostics().get(1).related().get(0).span().text()).isEqualTo("b");
  }

  @Test
  void isAbsentBeforeTheFirstRunAndForOtherInput() throws IOException {
    assertThat(CompileState.find(folder.resolve("kro"), KEY, inputs)).isEmpty();
    state.write(folder.resolve("kro/any.state"));
    assertThat(CompileState.find(folder.resolve("kro"), "1235", inputs)).isEmpty();
  }

  @Test
  void isBetterWithFiles() throws IOException {
    new CompileState(KEY, 3, new TreeMap<>(), Found.NOTHING).write(folder.resolve("kro/a.state"));
    state.write(folder.resolve("kro/b.state"));

    assertThat(CompileState.find(folder.resolve("kro"), KEY, inputs).orElseThrow().files())
        .isEqualTo(state.files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kro4j compile state 1\nkey 1234\ngroups 1\n",
        "kro4j compile state 2\nkey 1234\nwhat is this\n",
        "kro4j compile state 2\nkey 1234\ngroups x\n",
        "kro4j compile state 2\nkey 1234\nfile x y\n",
        "kro4j compile state 2\nkey 1234\nfinding YAML_SYNTAX\t\\x\t\t0\t0\tin put.yaml\n",
        "kro4j compile state 2\nkey 1234\nfinding NONE\t\t\t0\t0\tin put.yaml\n",
        "kro4j compile state 2\nkey 1234\nfinding YAML_SYNTAX\t\t\t0\t99\tin put.yaml\n",
        "kro4j compile state 2\nkey 1234\nfinding YAML_SYNTAX\t\t\t0\t0\tother.yaml\n",
        "kro4j compile state 2\nkey 1234\nreason x\n",
        "kro4j compile state 2\nkey 1234\nsuppressed YAML_SYNTAX\t\t\t0\t0\tin put.yaml\n",
        "kro4j compile state 2\nkey 1234\nrelated \t\t\t0\t0\tin put.yaml\n"
      })
  void isAbsentIfItIsNotUnderstood(String text) throws IOException {
    Files.createDirectories(folder.resolve("kro"));
    Files.writeString(folder.resolve("kro/any.state"), text);

    assertThat(CompileState.find(folder.resolve("kro"), KEY, inputs)).isEmpty();
  }

  @Test
  void isAbsentIfItIsNotText() throws IOException {
    Files.createDirectories(folder.resolve("kro"));
    Files.write(folder.resolve("kro/any.state"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(CompileState.find(folder.resolve("kro"), KEY, inputs)).isEmpty();
  }

  @Test
  void isInAFolderWhateverItsLineEnds() {
    assertThat(state.isIn(folder.resolve("out"))).isTrue();
  }

  @Test
  void isNotInAFolderWhereAFileWasEdited() throws IOException {
    Files.writeString(folder.resolve("out/crds/a.yaml"), "b\n");

    assertThat(state.isIn(folder.resolve("out"))).isFalse();
  }

  @Test
  void isNotInAFolderWhereAFileIsGone() throws IOException {
    Files.delete(folder.resolve("out/kustomization.yaml"));

    assertThat(state.isIn(folder.resolve("out"))).isFalse();
  }

  @Test
  void isNowhereWithoutFiles() {
    assertThat(new CompileState(KEY, 0, new TreeMap<>(), Found.NOTHING).isIn(folder)).isFalse();
  }
}
