package io.kro4j.maven.git;

import java.io.IOException;

/**
 * A file of a tree.
 *
 * @param path its path from the top of the repository, with forward slashes
 * @param blob the id of its content: files with the same one are the same; line ends that Git
 *     converts do not count
 * @param content reads it
 */
public record GitFile(String path, String blob, Content content) {
  /** Reads a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * The bytes.
     *
     * @throws GitProblem if the clone does not have them
     * @throws IOException if they cannot be read
     */
    byte[] read() throws IOException;
  }
}
