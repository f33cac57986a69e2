package io.kro4j.maven.goal;

import io.kro4j.compiler.artifact.drift.Drift;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * What to type so that the output folder holds what comes out.
 *
 * @param settings the parameters
 * @param drift the files that are not as they should be
 */
record DriftFix(Settings settings, List<Drift> drift) {
  private static final String OVERWRITE = "-Dkro.overwrite";

  /** Copies the list. */
  DriftFix {
    drift = List.copyOf(drift);
  }

  /** The commands, one to a line, below a line that says what they are. */
  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    messages.add(Message.error("To mend it, run this and commit what changed:"));
    commands().forEach(command -> messages.add(Message.error("  " + command)));
    if (drift.stream().anyMatch(DriftFix::isReplaced)) {
      messages.add(
          Message.error(
              "  (" + OVERWRITE + " replaces what was changed by hand: look at it first)"));
    }
    return messages;
  }

  /** The commands, in the order to run them. */
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    drift.stream()
        .filter(DriftFix::isRemoved)
        .map(file -> settings.commands().remove(settings.output().resolve(file.path())))
        .forEach(commands::add);
    if (drift.stream().anyMatch(DriftFix::isReplaced)) {
      commands.add(settings.commands().again("compile", OVERWRITE));
    } else if (drift.stream().anyMatch(DriftFix::isCompiled)) {
      commands.add(settings.commands().again("compile"));
    }
    return commands;
  }

  /** Compiling leaves it alone: it has to be moved or deleted by its owner. */
  private static boolean isRemoved(Drift file) {
    return !file.expected() && file.reason() != Drift.Reason.STALE;
  }

  /** Compiling refuses to replace it unless it is told to. */
  private static boolean isReplaced(Drift file) {
    return file.expected()
        && (file.reason() == Drift.Reason.EDITED || file.reason() == Drift.Reason.FOREIGN);
  }

  /** A file that was edited and is not needed stands in the manifest until the next compile. */
  private static boolean isCompiled(Drift file) {
    return file.expected() || file.reason() != Drift.Reason.FOREIGN;
  }
}
