package io.kro4j.compiler.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.source.Position;
import io.kro4j.compiler.source.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFilesTest {
  @Test
  void utf8IsRead() {
    assertThat(text("a: é😀".getBytes(StandardCharsets.UTF_8))).isEqualTo("a: é😀");
    assertThat(text(new byte[0])).isEmpty();
  }

  @Test
  void aByteOrderMarkIsTakenOff() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(text("\uFEFFa: é😀".getBytes(charset))).isEqualTo("a: é😀");
    }
  }

  @Test
  void brokenBytesAreReportedOncePerRun() {
    byte[] bytes = "a: ??b\nc: ?".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xE9 : bytes[i];
    }

    Checked<SourceFile> file = SourceFiles.decode("test.yaml", bytes);

    assertThat(file.diagnostics())
        .extracting(d -> d.span().startPosition())
        .containsExactly(new Position(1, 4), new Position(2, 4));
    assertThat(file.diagnostics()).allMatch(d -> d.id() == DiagnosticId.YAML_ENCODING);
  }

  private static String text(byte[] bytes) {
    Checked<SourceFile> file = SourceFiles.decode("test.yaml", bytes);
    assertThat(file.diagnostics()).isEmpty();
    return file.value().orElseThrow().text();
  }
}
