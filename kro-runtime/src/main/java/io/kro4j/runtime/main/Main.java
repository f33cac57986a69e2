package io.kro4j.runtime.main;

import io.kro4j.runtime.main.flags.FlagException;
import io.kro4j.runtime.main.flags.FlagParser;
import io.kro4j.runtime.main.log.Logs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts the process. */
public final class Main {
  /** What the process ends with when its command line is wrong. */
  static final int WRONG_USAGE = 2;

  private static final String PROGRAM = "kro-runtime";
  private static final Path NAMESPACE_FILE =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

  private Main() {}

  /** Runs until the process is told to end; see {@code docs/runtime-flags.md}. */
  public static void main(String[] arguments) {
    Optional<ProcessSettings> settings = Optional.empty();
    try {
      settings = settings(List.of(arguments), surroundings(), version());
    } catch (FlagException e) {
      System.err.println(PROGRAM + ": " + e.getMessage());
      System.exit(WRONG_USAGE);
    }
    settings.ifPresent(Main::run);
  }

  /** The settings, or empty if the command line asked only to print something. */
  static Optional<ProcessSettings> settings(
      List<String> arguments, Surroundings surroundings, String version) throws FlagException {
    FlagParser.Command command =
        new FlagParser(PROGRAM, version).parse(arguments, surroundings.variables());
    if (command instanceof FlagParser.Command.Run run) {
      return Optional.of(new ProcessSettingsReader(run.values(), version, surroundings).read());
    }
    System.out.println(((FlagParser.Command.Print) command).text());
    return Optional.empty();
  }

  private static void run(ProcessSettings settings) {
    // Before any class that logs is loaded.
    Logs.start(settings.log(), System.err);
    Thread.setDefaultUncaughtExceptionHandler(new Uncaught());
    RuntimeProcess process = new RuntimeProcess(settings, new RuntimeWork());
    // A JVM that a signal ends would say 143: halt says what really came of it.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(process.stop()), "shutdown"));
    System.exit(process.run());
  }

  private static Surroundings surroundings() {
    Map<String, String> variables = System.getenv();
    String host = Optional.ofNullable(variables.get("HOSTNAME")).orElseGet(Main::hostName);
    return new Surroundings(variables, host + "_" + UUID.randomUUID(), namespace());
  }

  /** Asks the name service, which may take seconds; a container has its name in a variable. */
  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static Optional<String> namespace() {
    try {
      return Optional.of(Files.readString(NAMESPACE_FILE).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "unreleased" : version;
  }
}
