package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompileStateTest {
  @TempDir Path folder;
  private CompileState state;

  @BeforeEach
  void output() throws IOException {
    Files.writeString(folder.resolve("a b.yaml"), "a");
    Files.writeString(folder.resolve("c.yaml"), "c");
    state =
        new CompileState(
            "1234",
            Map.of("a b.yaml", digest("a b.yaml"), "c.yaml", digest("c.yaml")),
            List.of("x.yaml:1:2: warning\n  | a\\nb\r\n  | ^", ""),
            "2 files");
  }

  @Test
  void comesBackAsItWasWritten() throws IOException {
    Path file = folder.resolve("target/kro/default.state");

    state.write(file);

    assertThat(CompileState.read(file)).contains(state);
  }

  @Test
  void isAbsentBeforeTheFirstRun() throws IOException {
    assertThat(CompileState.read(folder.resolve("none"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kro4j compile state 0\nkey 1\n",
        "kro4j compile state 1\nkey 1\nwhat is this\n",
        "kro4j compile state 1\nkey 1\nwarning \\x\n"
      })
  void isAbsentIfItIsNotUnderstood(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("state"), text);

    assertThat(CompileState.read(file)).isEmpty();
  }

  @Test
  void isAbsentIfItIsNotText() throws IOException {
    Path file = Files.write(folder.resolve("state"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(CompileState.read(file)).isEmpty();
  }

  @Test
  void holdsWhileNothingChanges() throws IOException {
    assertThat(state.stillHolds("1234", folder)).isTrue();
  }

  @Test
  void doesNotHoldForOtherInput() throws IOException {
    assertThat(state.stillHolds("1235", folder)).isFalse();
  }

  @Test
  void doesNotHoldIfAFileWasEdited() throws IOException {
    Files.writeString(folder.resolve("c.yaml"), "d");

    assertThat(state.stillHolds("1234", folder)).isFalse();
  }

  @Test
  void doesNotHoldIfAFileIsGone() throws IOException {
    Files.delete(folder.resolve("c.yaml"));

    assertThat(state.stillHolds("1234", folder)).isFalse();
  }

  private String digest(String name) throws IOException {
    return Fingerprint.ofFile(folder.resolve(name)).orElseThrow();
  }
}
