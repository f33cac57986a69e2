package io.kro4j.maven.settings;

import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of text that keeps its time if it would not change, and is never there in part: a new text
 * is written beside it and moved into its place. Whatever the plugin writes it writes so; only the
 * output folder has a writer of its own, which changes all its files or none.
 */
public final class ChangedFile {
  private ChangedFile() {}

  /**
   * Writes a text, as {@link #write(Path, String)} does, and says so.
   *
   * @param root the folder where Maven was called
   * @param done what to say of a file that is another now, such as {@code Written}
   */
  public static Message write(Path root, Path file, String text, String done) throws IOException {
    String word = write(file, text) ? done : "Unchanged";
    return Message.info(word + " " + ShownPaths.shown(root, file));
  }

  /**
   * Writes a text in UTF-8, and the folders above it.
   *
   * @return whether the file was another, or absent
   * @throws FileAlreadyExistsException if there is a file, which it names, where a folder is to be
   * @throws IOException if the file cannot be read or written; it is then as it was
   */
  public static boolean write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return false;
    }
    Optional<Path> inTheWay = Obstacles.onTheWayTo(folder(file));
    if (inTheWay.isPresent()) {
      throw new FileAlreadyExistsException(inTheWay.get().toString());
    }
    Files.createDirectories(folder(file));
    replace(Files.exists(file) ? replaceable(file) : file, bytes);
    return true;
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
  }

  /** A link is left in its place. Moving would replace a file also if that may not be written. */
  private static Path replaceable(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "is no regular file");
    }
    if (!Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    return file.toRealPath();
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path draft = folder(file).resolve(".kro-" + UUID.randomUUID() + ".tmp");
    try {
      Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (Files.exists(file)) {
        keepPermissions(file, draft);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }
}
