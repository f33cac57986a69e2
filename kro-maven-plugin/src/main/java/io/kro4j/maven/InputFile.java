package io.kro4j.maven;

/** A file of the user, read once: what is compiled is what was compared with the last run. */
final class InputFile {
  private final String name;
  private final byte[] content;

  /**
   * A file.
   *
   * @param name the name that messages and generated files show: relative to the project, with
   *     forward slashes
   * @param content its bytes, which nobody changes any more
   */
  InputFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
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
