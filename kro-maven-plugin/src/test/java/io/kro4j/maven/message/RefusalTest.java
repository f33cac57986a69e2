package io.kro4j.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {
  private static final String HELP =
      "help: give the user who runs Maven the right to, or name another place";

  @TempDir Path root;
  private Path folder;
  private Path file;

  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectory(root.resolve("out"));
    file = Files.writeString(folder.resolve("a.yaml"), "");
  }

  @AfterEach
  void letItBeDeleted() throws IOException {
    permit(folder, "rwx------");
  }

  @Test
  void saysWhatTheSystemSays() {
    assertThat(said(new FileSystemException(file.toString(), null, "Read-only file system")))
        .containsExactly(
            "`out/a.yaml` cannot be read or written: Read-only file system",
            "help: mend that, or name another place",
            "no way to read or write `out/a.yaml`");
  }

  @Test
  void leavesOtherProblemsAlone() {
    assertThat(Refusal.report(root, new IOException("broken pipe"))).isEmpty();
    assertThat(Refusal.report(root, new NoSuchFileException(file.toString()))).isEmpty();
  }

  @Test
  void namesAFileThatCannotBeRead() throws IOException {
    permit(file, "---------");
    Assumptions.assumeFalse(Files.isReadable(file), "root may read everything");

    assertThat(said(new UncheckedIOException(new AccessDeniedException(file.toString()))))
        .containsExactly(
            "`out/a.yaml` may not be read by this user", HELP, "no right to read `out/a.yaml`");
  }

  @Test
  void namesAFileThatCannotBeWritten() throws IOException {
    permit(file, "r--r--r--");
    Assumptions.assumeFalse(Files.isWritable(file), "root may write everything");

    assertThat(said(new AccessDeniedException(file.toString())))
        .containsExactly(
            "`out/a.yaml` may not be written by this user", HELP, "no right to write `out/a.yaml`");
  }

  @Test
  void namesTheFolderThatANewFileCannotBeIn() throws IOException {
    permit(folder, "r-xr-xr-x");
    Assumptions.assumeFalse(Files.isWritable(folder), "root may write everything");
    String draft = folder.resolve("draft").toString();

    for (AccessDeniedException problem :
        List.of(
            new AccessDeniedException(draft),
            new AccessDeniedException(root.resolve("draft").toString(), file.toString(), null))) {
      assertThat(said(problem))
          .containsExactly(
              "`out` may not be written by this user", HELP, "no right to write `out`");
    }
  }

  private List<String> said(Exception problem) {
    GoalReport report = Refusal.report(root, problem).orElseThrow();
    List<String> said = new ArrayList<>();
    report.messages().forEach(message -> said.add(message.text()));
    said.add(report.failure().orElseThrow());
    return said;
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
