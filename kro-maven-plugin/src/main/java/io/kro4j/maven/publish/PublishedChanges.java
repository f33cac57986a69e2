package io.kro4j.maven.publish;

import io.kro4j.compiler.artifact.ExistingFiles;
import io.kro4j.compiler.artifact.OutputPlan;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.diff.UnifiedDiff;
import io.kro4j.maven.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What publishing changes in a branch, for people.
 *
 * @param plan what is done
 * @param before the files before it
 * @param prefix what goes before the path of a file
 */
record PublishedChanges(OutputPlan plan, ExistingFiles before, String prefix) {
  private static final int LINES = 40;

  /** The files. */
  List<Message> files() {
    return messages(false);
  }

  /**
   * The files, and what changes in those that are there already; of the list of our own files
   * nobody wants to know, it has digests.
   */
  List<Message> lines() {
    return messages(true);
  }

  private List<Message> messages(boolean withLines) {
    List<Message> messages = new ArrayList<>();
    plan.deletes().forEach(path -> messages.add(Message.info("removed " + prefix + path)));
    plan.writes()
        .forEach(
            (path, text) -> {
              StringBuilder message = new StringBuilder("written " + prefix + path);
              if (withLines) {
                diff(path, text).forEach(line -> message.append("\n  ").append(line));
              }
              messages.add(Message.info(message.toString()));
            });
    return messages;
  }

  private List<String> diff(String path, String text) {
    return !path.equals(OutputTree.MANIFEST)
            && before.at(path) instanceof ExistingFiles.Existing.File file
        ? UnifiedDiff.of(file.text(), text, LINES)
        : List.of();
  }
}
