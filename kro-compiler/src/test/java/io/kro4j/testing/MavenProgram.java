package io.kro4j.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The {@code mvn} of a {@link Shell}: the Maven that runs this test, offline, with the plugin of
 * this build as its integration tests install it.
 */
public final class MavenProgram {
  private static final Path PLUGIN = Path.of("..", "kro-maven-plugin");

  private MavenProgram() {}

  /**
   * Puts it onto the path of a shell.
   *
   * @throws IllegalStateException if the plugin was not installed for its integration tests before
   */
  public static void provide(Shell shell) {
    Path repository = PLUGIN.resolve("target/it-repository").toAbsolutePath().normalize();
    if (!Files.isDirectory(repository.resolve("io/kro4j/kro-maven-plugin"))) {
      throw new IllegalStateException(
          "no plugin in " + repository + "; `mvn verify` puts it there");
    }
    try {
      String settings = Files.readString(PLUGIN.resolve("src/it/settings.xml"));
      String outer = outerRepository().toUri().toString();
      shell.write(".settings.xml", settings.replace("@localRepositoryUrl@", outer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shell.set("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    shell.provide(
        "mvn",
        "exec %s -s %s -Dmaven.repo.local=%s -Daether.offline.protocols=file -Dstyle.color=never \"$@\""
            .formatted(program(), shell.folder().resolve(".settings.xml"), repository));
  }

  /** The local repository of the Maven that runs this test. */
  private static Path outerRepository() {
    return Stream.of("localRepository", "maven.repo.local")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .map(Path::of)
        .findFirst()
        .orElse(Path.of(System.getProperty("user.home"), ".m2", "repository"));
  }

  private static Path program() {
    String home = System.getProperty("maven.home");
    return home != null
        ? Path.of(home, "bin", "mvn")
        : Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "mvn"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no Maven on the path"));
  }
}
