package io.kro4j.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A file of text that keeps its time if it would not change. */
final class ChangedFile {
  private ChangedFile() {}

  /**
   * Writes a text, as {@link #write(Path, String)} does, and says so.
   *
   * @param root the folder where Maven was called
   * @param done what to say of a file that is another now, such as {@code Written}
   */
  static Message write(Path root, Path file, String text, String done) throws IOException {
    String word = write(file, text) ? done : "Unchanged";
    return Message.info(word + " " + ShownPaths.shown(root, file));
  }

  /**
   * Writes a text in UTF-8, and the folders above it.
   *
   * @return whether the file was another, or absent
   * @throws FileAlreadyExistsException if there is a file, which it names, where a folder is to be
   * @throws IOException if the file cannot be read or written
   */
  static boolean write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return false;
    }
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Optional<Path> inTheWay = Obstacles.onTheWayTo(folder);
    if (inTheWay.isPresent()) {
      throw new FileAlreadyExistsException(inTheWay.get().toString());
    }
    Files.createDirectories(folder);
    Files.write(file, bytes);
    return true;
  }
}
