package io.kro4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A bash whose user has an empty home: nothing of the configuration of this machine's user reaches
 * Git or Maven. Each command runs in a process of its own, in the folder where the one before it
 * ended.
 */
public final class Shell {
  private static final int LIMIT_MINUTES = 10;

  private static final String GIT_CONFIG =
      """
      [user]
        name = Ada
        email = ada@example.com
      """;

  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();
  private Path folder;

  private Shell(Path home) {
    this.home = home;
    this.folder = home;
  }

  /**
   * What came of a command.
   *
   * @param exit its exit code
   * @param output what it wrote, to both outputs
   */
  public record Result(int exit, String output) {}

  /**
   * A shell whose user is new.
   *
   * @param home the user's home; an empty folder, in which the shell starts
   */
  public static Shell in(Path home) {
    Shell shell = new Shell(home);
    write(home.resolve(".gitconfig"), GIT_CONFIG);
    shell.set("HOME", home.toString());
    shell.set("GIT_CONFIG_NOSYSTEM", "1");
    shell.set("LC_ALL", "C.UTF-8");
    shell.set("TZ", "UTC");
    shell.set("PATH", home.resolve(".bin") + ":" + System.getenv("PATH"));
    return shell;
  }

  /** Sets an environment variable of all commands to come. */
  public void set(String variable, String value) {
    environment.put(variable, value);
  }

  /**
   * Puts a program onto the path, before all others.
   *
   * @param name what it is called
   * @param script what it does, in the language of bash
   */
  public void provide(String name, String script) {
    Path program = home.resolve(".bin").resolve(name);
    write(program, "#!/bin/bash\n" + script + "\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException("not executable: " + program);
    }
  }

  /** Writes a file, relative to the folder where the last command ended. */
  public void write(String path, String text) {
    write(folder.resolve(path), text);
  }

  /** The folder where the last command ended. */
  public Path folder() {
    return folder;
  }

  /** Goes to another folder. */
  public void enter(Path other) {
    folder = other;
  }

  /**
   * Runs a command, or several, in {@code bash -e}; the first that fails ends them.
   *
   * @throws IllegalStateException if it does not end in ten minutes
   */
  public Result run(String command) {
    Path output = home.resolve(".output");
    Path end = home.resolve(".folder");
    String script = "trap 'pwd >\"$HOME/.folder\"' EXIT\n" + command;
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-e", "-c", script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("it does not end: " + command);
      }
      folder = Path.of(Files.readString(end).strip());
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
