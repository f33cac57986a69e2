package io.kro4j.maven.goal;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.OutputPlan;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of a run, in words.
 *
 * @param groups the groups
 * @param emission the files
 * @param output the name of the folder they are in
 * @param paths the names of files to show
 */
record Summary(List<CompiledGroup> groups, Emission emission, String output, ShownPaths paths) {
  /** Copies the list. */
  Summary {
    groups = List.copyOf(groups);
  }

  /** The groups, the files that changed, and the sum. */
  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    groups.forEach(group -> messages.add(Message.info(line(group))));
    OutputPlan plan = emission.plan();
    plan.unchanged().forEach(file -> messages.add(Message.debug("unchanged " + shown(file))));
    plan.deletes().forEach(file -> messages.add(Message.info("removed " + shown(file))));
    plan.writes().keySet().forEach(file -> messages.add(Message.info("written " + shown(file))));
    messages.add(Message.info("Compiled " + whole() + ": " + counts(plan)));
    return messages;
  }

  /** All there is, in one line, whatever was changed. */
  private String whole() {
    return whole(groups.size(), emission.tree().files().size(), output);
  }

  /** The same, of numbers. */
  static String whole(int groups, int files, String output) {
    return Words.count(groups, "ResourceGroup")
        + " to "
        + Words.count(files, "file")
        + " in "
        + output;
  }

  private String line(CompiledGroup group) {
    int waves =
        group.graph().nodes().stream().mapToInt(node -> node.core().applyOrder()).max().orElse(0);
    return GroupText.name(group.graph().api())
        + " from "
        + paths.shown(group.source().span().file().name())
        + ": "
        + Words.count(group.graph().nodes().size(), "node")
        + " in "
        + Words.count(waves, "wave");
  }

  private String shown(String file) {
    return output + "/" + file;
  }

  private static String counts(OutputPlan plan) {
    return plan.writes().size()
        + " written, "
        + plan.deletes().size()
        + " removed, "
        + plan.unchanged().size()
        + " unchanged";
  }
}
