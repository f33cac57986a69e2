package io.kro4j.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedFileTest {
  @TempDir Path folder;

  @Test
  void makesTheFoldersAbove() throws IOException {
    Path file = folder.resolve("a/b/file.txt");

    assertThat(ChangedFile.write(file, "ä\n")).isTrue();

    assertThat(file).hasContent("ä\n");
  }

  @Test
  void leavesAloneWhatWouldNotChange() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "same");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

    assertThat(ChangedFile.write(file, "same")).isFalse();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(1_000));
  }

  /** A second name of the old file shows what becomes of its bytes. */
  @Test
  void neverWritesIntoTheOldFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");
    Path old = Files.createLink(folder.resolve("old.txt"), file);

    assertThat(ChangedFile.write(file, "new")).isTrue();

    assertThat(file).hasContent("new");
    assertThat(old).hasContent("old");
    assertThat(names()).containsExactly("file.txt", "old.txt");
  }

  @Test
  void leavesNothingBehindIfTheFileCannotBeReplaced() throws IOException {
    Path file = Files.createDirectories(folder.resolve("file.txt"));

    assertThatThrownBy(() -> ChangedFile.write(file, "new"))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": is no regular file");

    assertThat(names()).containsExactly("file.txt");
  }

  @Test
  void doesNotReplaceWhatMayNotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Assumptions.assumeFalse(Files.isWritable(file), "root may write everything");

    assertThatThrownBy(() -> ChangedFile.write(file, "new"))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage(file.toString());

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("file.txt");
  }

  @Test
  void keepsThePermissionsAndTheLink() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    assertThat(ChangedFile.write(link, "new")).isTrue();

    assertThat(link).isSymbolicLink();
    assertThat(file).isRegularFile().hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r-x");
  }

  @Test
  void namesTheFileThatIsWhereAFolderIsToBe() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("a"), "");

    assertThatThrownBy(() -> ChangedFile.write(inTheWay.resolve("b/file.txt"), "new"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(inTheWay.toString());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
