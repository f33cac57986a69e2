package io.kro4j.maven.settings;

import io.kro4j.maven.message.ShownPaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the user calls goals of this plugin here, for messages that say what to type.
 *
 * @param call the text before the name of a goal, such as {@code mvn kro:}
 * @param options what Maven itself has to be told to run the same project again, such as {@code -pl
 *     shop}
 * @param execution the execution whose settings are used, or empty for those of the command line
 * @param properties the properties from the command line that decide what comes out, each {@code
 *     name=value}
 * @param folder the folder where Maven was called
 * @param passesModules whether other modules are in the build that this call of a goal passes by
 */
public record Commands(
    String call,
    List<String> options,
    String execution,
    List<String> properties,
    Path folder,
    boolean passesModules) {
  /** Copies the lists. */
  public Commands {
    options = List.copyOf(options);
    properties = List.copyOf(properties);
  }

  /** The call of a goal with the settings of this run. */
  public String again(String goal, String... flags) {
    int prefix = call.indexOf(' ') + 1;
    List<String> words = new ArrayList<>(List.of(call.substring(0, prefix).strip()));
    options.forEach(option -> words.add(quoted(option)));
    words.add(call.substring(prefix) + goal + (execution.isEmpty() ? "" : "@" + execution));
    properties.forEach(property -> words.add(quoted("-D" + property)));
    words.addAll(List.of(flags));
    return String.join(" ", words);
  }

  /** The call that removes a file. */
  public String remove(Path file) {
    return "rm " + quoted(ShownPaths.shown(folder, file));
  }

  /** A word of a command line of a POSIX shell. */
  private static String quoted(String word) {
    return word.matches("[-\\w./:=,@%+]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
