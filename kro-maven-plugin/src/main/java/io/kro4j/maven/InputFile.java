package io.kro4j.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the user, read once: what is compiled is what was compared with the last run. */
final class InputFile {
  private final String name;
  private final byte[] content;

  private InputFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * Reads a file.
   *
   * @param name the name that messages and generated files show: relative to the project, with
   *     forward slashes
   * @param path where it is
   */
  static InputFile read(String name, Path path) throws IOException {
    return new InputFile(name, Files.readAllBytes(path));
  }

  /** The name that messages show. */
  String name() {
    return name;
  }

  /** The bytes; not to be changed. */
  byte[] content() {
    return content;
  }
}
