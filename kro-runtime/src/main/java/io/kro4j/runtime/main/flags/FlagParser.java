package io.kro4j.runtime.main.flags;

import io.kro4j.compiler.diagnostics.Suggestions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the command line. A flag on it comes before its environment variable. As in Go programs a
 * flag may have one dash or two, its value stands after {@code =} or as the next argument, and the
 * last of several counts.
 */
public final class FlagParser {
  private static final Pattern ONE_DASH = Pattern.compile("-[a-z][a-z0-9-]+(=.*)?");
  private static final int WIDTH = 100;

  private final CommandLine commandLine;

  /**
   * A parser.
   *
   * @param program the name of the program, for the help text
   * @param version what {@code --version} prints
   */
  public FlagParser(String program, String version) {
    CommandSpec spec = CommandSpec.create().name(program).version(version);
    spec.usageMessage().abbreviateSynopsis(true);
    Flags.ALL.forEach(flag -> spec.addOption(option(flag)));
    spec.addOption(
        OptionSpec.builder("--help", "-h").usageHelp(true).description("Print this.").build());
    spec.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    this.commandLine =
        new CommandLine(spec).setOverwrittenOptionsAllowed(true).setUsageHelpWidth(WIDTH);
  }

  /** What the command line asks for. */
  public sealed interface Command {
    /** To run. */
    record Run(FlagValues values) implements Command {}

    /** To print something and end. */
    record Print(String text) implements Command {}
  }

  /**
   * Reads the command line.
   *
   * @throws FlagException if it is wrong
   */
  public Command parse(List<String> arguments, Map<String, String> environment)
      throws FlagException {
    ParseResult result;
    try {
      result = commandLine.parseArgs(twoDashes(arguments));
    } catch (ParameterException e) {
      throw new FlagException(message(e));
    }
    if (result.isUsageHelpRequested()) {
      return new Command.Print(commandLine.getUsageMessage(Ansi.OFF).stripTrailing());
    }
    if (result.isVersionHelpRequested()) {
      return new Command.Print(commandLine.getCommandSpec().version()[0]);
    }
    return new Command.Run(values(result, environment));
  }

  private static OptionSpec option(Flag<?> flag) {
    OptionSpec.Builder option =
        OptionSpec.builder("--" + flag.name())
            .type(String.class)
            .paramLabel(flag.isToggle() ? "<bool>" : flag.hint())
            .description(
                flag.text().isEmpty() || flag.isToggle()
                    ? flag.description()
                    : flag.description() + " Default: " + flag.text());
    return flag.isToggle() ? option.arity("0..1").fallbackValue("true").build() : option.build();
  }

  private static String[] twoDashes(List<String> arguments) {
    return arguments.stream()
        .map(argument -> ONE_DASH.matcher(argument).matches() ? "-" + argument : argument)
        .toArray(String[]::new);
  }

  private static FlagValues values(ParseResult result, Map<String, String> environment)
      throws FlagException {
    Map<Flag<?>, Object> values = new LinkedHashMap<>();
    Set<Flag<?>> given = new LinkedHashSet<>();
    for (Flag<?> flag : Flags.ALL) {
      String name = "--" + flag.name();
      String argument = result.matchedOptionValue(name, null);
      String variable = environment.getOrDefault(flag.variable(), "");
      if (argument != null) {
        values.put(flag, read(flag, name, argument));
        given.add(flag);
      } else if (!variable.isEmpty()) {
        values.put(flag, read(flag, flag.variable(), variable));
        given.add(flag);
      } else {
        values.put(flag, read(flag, name, flag.text()));
      }
    }
    return new FlagValues(values, given);
  }

  private static Object read(Flag<?> flag, String place, String text) throws FlagException {
    try {
      return Objects.requireNonNull(flag.reader().apply(text));
    } catch (IllegalArgumentException e) {
      throw new FlagException(place + ": \"" + text + "\" is " + e.getMessage());
    }
  }

  /** One line that names what is wrong, and the nearest flag that there is. */
  private static String message(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String argument = unmatched.getUnmatched().get(0);
      if (!argument.startsWith("-")) {
        return "unexpected argument \"" + argument + "\"";
      }
      String name = argument.replaceFirst("^-+", "").replaceFirst("=.*", "");
      return Suggestions.nearest(name, Flags.ALL.stream().map(Flag::name).toList())
          .map(near -> "unknown flag --" + name + "; did you mean --" + near + "?")
          .orElse("unknown flag --" + name);
    }
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("wrong arguments");
  }
}
