package io.kro4j.maven.message;

import io.kro4j.compiler.artifact.OutputPlan;
import java.util.ArrayList;
import java.util.List;

/** Puts into words why files cannot be written. */
public final class Conflicts {
  private Conflicts() {}

  /**
   * What is in the way of a plan, and how to get it out of the way.
   *
   * @param shown the name of the folder in messages
   */
  public static List<Message> messages(OutputPlan plan, String shown) {
    List<Message> messages = new ArrayList<>();
    for (OutputPlan.Conflict conflict : plan.conflicts()) {
      messages.add(Message.error(shown + "/" + conflict.path() + ": " + reason(conflict.reason())));
    }
    boolean isReplaceable =
        plan.conflicts().stream()
            .anyMatch(conflict -> conflict.reason() != OutputPlan.Reason.NOT_A_FILE);
    String them = plan.conflicts().size() == 1 ? "it" : "them";
    messages.add(
        Message.error(
            "help: move or delete "
                + them
                + (isReplaceable ? ", or let " + them + " be replaced with -Dkro.overwrite" : "")));
    return messages;
  }

  private static String reason(OutputPlan.Reason reason) {
    return switch (reason) {
      case FOREIGN -> "another file is where this one is to be written";
      case EDITED -> "the generated file was changed by hand";
      case NOT_A_FILE -> "this is no regular file, or its folder is none; links count as neither";
      case BROKEN_MANIFEST -> "the list of our own files cannot be read";
    };
  }
}
