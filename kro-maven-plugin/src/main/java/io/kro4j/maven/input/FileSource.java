package io.kro4j.maven.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a {@link FileFinder} looks: the disk, or a commit as if it were there. */
public interface FileSource {
  /** The files of the disk. */
  FileSource DISK =
      new FileSource() {
        @Override
        public boolean isFolder(Path path) {
          return Files.isDirectory(path);
        }

        @Override
        public boolean isFile(Path path) {
          return Files.isRegularFile(path);
        }

        @Override
        public List<Path> below(Path folder) throws IOException {
          return FilesBelow.of(folder);
        }

        @Override
        public byte[] read(Path file) throws IOException {
          return Files.readAllBytes(file);
        }
      };

  /** Whether there is a folder at a path. */
  boolean isFolder(Path path);

  /** Whether there is a file at a path. */
  boolean isFile(Path path);

  /**
   * The files below a folder, in no order.
   *
   * @throws IOException if a folder cannot be read
   */
  List<Path> below(Path folder) throws IOException;

  /**
   * The bytes of a file.
   *
   * @throws IOException if it cannot be read
   */
  byte[] read(Path file) throws IOException;
}
