package io.kro4j.compiler.artifact;

import java.util.SortedSet;

/** The output folder as it is before a run. */
public interface ExistingFiles {
  /**
   * Everything that is no folder and lies in one of {@link OutputPath#FOLDERS} or in {@link
   * OutputPath#GITOPS}, whatever it is called and whoever put it there. Files next to these folders
   * are not among it.
   */
  SortedSet<String> paths();

  /**
   * What is at a path.
   *
   * @param path a path of the output folder, see {@link OutputTree#files()}
   */
  Existing at(String path);

  /** What can be at a path. */
  sealed interface Existing {
    /** Nothing. */
    record Nothing() implements Existing {}

    /**
     * A file.
     *
     * @param text its bytes as UTF-8
     */
    record File(String text) implements Existing {
      /** The text with the line ends of what is generated: Git may check out LF as CRLF. */
      public String generatedText() {
        return text.replace("\r\n", "\n");
      }
    }

    /** A folder, a symbolic link, something below one, or anything else that is no file. */
    record Other() implements Existing {}
  }
}
