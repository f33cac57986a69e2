package io.kro4j.maven.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The artifacts of a case; called by its scripts. */
public final class Archives {
  private final Path project;

  /**
   * The artifacts of a case.
   *
   * @param project the copy of the case in which Maven runs
   */
  public Archives(Path project) {
    this.project = project;
  }

  /**
   * Puts what is in {@code src/archives} into the case's repository: a folder as an archive, a file
   * as it is.
   *
   * @param source the name of the folder or file
   * @param artifact the path in the repository
   * @throws IOException if a file cannot be read or written
   */
  public void publish(String source, String artifact) throws IOException {
    Path from = project.resolve("src/archives").resolve(source);
    Path to = project.resolve(".repository").resolve(artifact);
    Files.createDirectories(to.getParent());
    if (Files.isRegularFile(from)) {
      Files.write(to, Files.readAllBytes(from));
    } else {
      zip(from, to);
    }
    // Without it Maven warns, in words that differ between its versions.
    Files.writeString(to.resolveSibling(to.getFileName() + ".sha1"), sha1(to));
  }

  private static void zip(Path from, Path to) throws IOException {
    try (OutputStream file = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> found = Files.walk(from)) {
      List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
      for (Path each : files) {
        zip.putNextEntry(new ZipEntry(from.relativize(each).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(each));
        zip.closeEntry();
      }
    }
  }

  private static String sha1(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
