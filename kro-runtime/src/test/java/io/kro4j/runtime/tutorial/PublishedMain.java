package io.kro4j.runtime.tutorial;

import io.kro4j.testing.Flux;
import io.kro4j.testing.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The branch {@code main} of a repository, as Flux's source-controller hands it on. */
final class PublishedMain {
  private final Path repository;
  private final Flux flux;
  private String served = "";

  /**
   * The branch of a repository.
   *
   * @param repository the repository, which need not be there yet
   * @param flux who gets what is in the branch
   */
  PublishedMain(Path repository, Flux flux) {
    this.repository = repository;
    this.flux = flux;
  }

  /** Hands on the newest commit, if it is a new one. */
  void serve() {
    Path main = repository.resolve("refs/heads/main");
    try {
      String commit = Files.exists(main) ? Files.readString(main).strip() : "";
      if (!commit.equals(served)) {
        flux.commit(files(commit), "main@sha1:" + commit);
        served = commit;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> files(String commit) throws IOException {
    Path home = Files.createTempDirectory("kro4j-commit-");
    Shell shell = Shell.in(home);
    Shell.Result result =
        shell.run("mkdir tree; git -C " + repository + " archive " + commit + " | tar -x -C tree");
    if (result.exit() != 0) {
      throw new IllegalStateException(result.output());
    }
    Path tree = home.resolve("tree");
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> below = Files.walk(tree)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        files.put(tree.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
