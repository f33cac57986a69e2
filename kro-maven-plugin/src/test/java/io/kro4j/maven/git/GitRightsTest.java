package io.kro4j.maven.git;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRightsTest {
  @TempDir Path top;
  private Path objects;

  @BeforeEach
  void repository() throws IOException {
    objects = Files.createDirectories(top.resolve(".git/objects"));
  }

  @AfterEach
  void letItBeDeleted() throws IOException {
    permit("rwx------");
  }

  @Test
  void findsNothingWrongWithWhatIsOpen() {
    assertThatCode(() -> GitRights.requireReading(top.resolve("a/b"))).doesNotThrowAnyException();
    assertThatCode(() -> GitRights.requireWriting(uri(top.toString()))).doesNotThrowAnyException();
    assertThatCode(() -> GitRights.requireWriting(uri("https://example.com/" + top)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesWhatCannotBeRead() throws IOException {
    permit("-w--w--w-");
    Assumptions.assumeFalse(Files.isReadable(objects), "root may read everything");

    assertThatThrownBy(() -> GitRights.requireReading(top.resolve("a/b")))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage(objects.toString());
  }

  @Test
  void namesWhatCannotBeWritten() throws IOException {
    permit("r-xr-xr-x");
    Assumptions.assumeFalse(Files.isWritable(objects), "root may write everything");

    for (String url :
        new String[] {top.toString(), top.resolve(".git").toString(), "file://" + top}) {
      assertThatThrownBy(() -> GitRights.requireWriting(uri(url)))
          .isInstanceOf(AccessDeniedException.class)
          .hasMessage(objects.toString());
    }
  }

  private static URIish uri(String text) throws URISyntaxException {
    return new URIish(text);
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(objects, PosixFilePermissions.fromString(permissions));
  }
}
