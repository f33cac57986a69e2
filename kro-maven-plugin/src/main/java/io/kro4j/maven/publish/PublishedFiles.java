package io.kro4j.maven.publish;

import io.kro4j.compiler.artifact.ExistingFiles;
import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.maven.git.Commit;
import io.kro4j.maven.git.Entry;
import io.kro4j.maven.git.Remote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder of a commit as the output folder that it is.
 *
 * @param remote the repository
 * @param commit the commit; without one there is nothing
 * @param prefix what goes before the path of a file
 */
record PublishedFiles(Remote remote, Optional<Commit> commit, String prefix)
    implements ExistingFiles {
  /**
   * The folder, or the first that it is in, that is something else than a folder.
   *
   * @throws IOException if it cannot be read
   */
  Optional<String> obstacle() throws IOException {
    for (int slash = prefix.indexOf('/'); slash > 0; slash = prefix.indexOf('/', slash + 1)) {
      String folder = prefix.substring(0, slash);
      Entry entry = commit.isEmpty() ? new Entry.Nothing() : remote.at(commit.get(), folder);
      if (entry instanceof Entry.Text || entry instanceof Entry.Other) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  @Override
  public SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>();
    for (String folder : commit.isEmpty() ? List.<String>of() : OutputPath.ALL_FOLDERS) {
      try {
        remote
            .paths(commit.get(), prefix + folder)
            .forEach(path -> paths.add(path.substring(prefix.length())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return paths;
  }

  @Override
  public Existing at(String path) {
    if (commit.isEmpty()) {
      return new Existing.Nothing();
    }
    try {
      Entry entry = remote.at(commit.get(), prefix + path);
      if (entry instanceof Entry.Text file) {
        return Existing.File.of(file.text());
      }
      return entry instanceof Entry.Nothing ? new Existing.Nothing() : new Existing.Other();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
