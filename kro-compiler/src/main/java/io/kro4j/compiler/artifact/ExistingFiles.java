package io.kro4j.compiler.artifact;

import java.nio.charset.StandardCharsets;
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

    /** A file. */
    final class File implements Existing {
      private final byte[] bytes;

      private File(byte[] bytes) {
        this.bytes = bytes;
      }

      /**
       * A file.
       *
       * @param bytes what it holds; is not copied
       */
      public static File of(byte[] bytes) {
        return new File(bytes);
      }

      /** A file that holds a text. */
      public static File of(String text) {
        return new File(text.getBytes(StandardCharsets.UTF_8));
      }

      /** What it holds, as UTF-8. */
      public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
      }

      /** The text with the line ends of what is generated: Git may check out LF as CRLF. */
      public String generatedText() {
        return text().replace("\r\n", "\n");
      }

      /** The digest of {@link #generatedText}. Hundreds of files are compared in each build. */
      public Digest generatedDigest() {
        return hasCarriageReturn() ? Digest.ofText(generatedText()) : Digest.ofBytes(bytes);
      }

      private boolean hasCarriageReturn() {
        for (byte each : bytes) {
          if (each == '\r') {
            return true;
          }
        }
        return false;
      }
    }

    /** A folder, a symbolic link, something below one, or anything else that is no file. */
    record Other() implements Existing {}
  }
}
