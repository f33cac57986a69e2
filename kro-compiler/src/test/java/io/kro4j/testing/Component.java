package io.kro4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One running program of the control plane, with its log. */
final class Component {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final int TAIL_LINES = 40;

  /**
   * Runs the program and kills it when standard input ends. The other end of that pipe is held by
   * this JVM alone, so the program never outlives it, not even when the JVM is killed without a
   * chance to run its shutdown hooks.
   */
  private static final String GUARD =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      (read -r _ <&3; kill -9 "$child") 2>/dev/null &
      guard=$!
      exec 3<&-
      wait "$child"
      status=$?
      kill "$guard" 2>/dev/null
      exit "$status"
      """;

  private final String name;
  private final Path log;
  private final Process process;

  private Component(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a program; it is running, but not ready, when this returns.
   *
   * @param program the executable
   * @param log where its output goes; appended to, so that the log survives a restart
   */
  static Component start(Path program, Path log, List<String> arguments) {
    return start(program, log, arguments, Map.of());
  }

  /**
   * The same with environment variables besides those of this process.
   *
   * @param environment the value of each variable by its name
   */
  static Component start(
      Path program, Path log, List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard"));
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new Component(program.getFileName().toString(), log, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + program, e);
    }
  }

  /**
   * Waits until {@code ready} holds.
   *
   * @throws IllegalStateException with the end of the log, if the program ends or is not ready in
   *     time
   */
  void awaitReady(BooleanSupplier ready) {
    Deadline deadline = Deadline.in(START_LIMIT);
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            name + " ended with " + process.exitValue() + " while starting\n" + tail());
      }
      if (!deadline.pause()) {
        throw new IllegalStateException(name + " is not ready in " + START_LIMIT + "\n" + tail());
      }
    }
  }

  /** Kills the program, as a crash would; returns when it is gone. */
  void kill() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop " + name, e);
    }
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException(name + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while stopping " + name, e);
    }
  }

  /** The end of its log. */
  String tail() {
    try {
      List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return "the end of its log:\n" + String.join("\n", last);
    } catch (IOException e) {
      return "its log cannot be read: " + e;
    }
  }
}
