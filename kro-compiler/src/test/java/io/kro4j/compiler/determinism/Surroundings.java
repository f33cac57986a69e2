package io.kro4j.compiler.determinism;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kro4j.compiler.fixtures.Fixture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process of its own in which to compile everything: of another JDK, country or time zone, in
 * another folder.
 *
 * @param jdk the home of the JDK to run on
 * @param options what to pass to the JVM
 * @param threads how many groups to compile at once
 */
record Surroundings(Path jdk, List<String> options, int threads) {
  /** Small processes: they run for seconds, several at once. */
  private static final List<String> SMALL =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** Copies the list. */
  Surroundings {
    options = List.copyOf(options);
  }

  /** The JDK of this process, with some options. */
  static Surroundings here(int threads, String... options) {
    return new Surroundings(Path.of(System.getProperty("java.home")), List.of(options), threads);
  }

  /**
   * What {@link Transcript} writes there.
   *
   * @param folder an empty folder, into which everything that is read is copied
   * @param order as for {@link Transcript#lines}
   * @throws IllegalStateException if the process fails
   */
  List<String> transcript(Path folder, long order) {
    Path project = folder.resolve("a project");
    Path module = project.resolve("kro-compiler");
    copy(Path.of("..", "samples"), project.resolve("samples"));
    copy(Fixture.FOLDER, module.resolve(Fixture.FOLDER));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin").resolve("java").toString());
    command.addAll(SMALL);
    command.addAll(options);
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.add(Transcript.class.getName());
    command.addAll(List.of(Integer.toString(threads), Long.toString(order), folder + "/scratch"));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(module.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().put("LC_ALL", "C");
    try {
      int exit = process.start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(this + " gave " + exit + ": " + Files.readString(err));
      }
      return Files.readAllLines(out, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while compiling", e);
    }
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
