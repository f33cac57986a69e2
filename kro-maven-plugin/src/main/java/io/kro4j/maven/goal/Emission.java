package io.kro4j.maven.goal;

import io.kro4j.compiler.artifact.OutputPlan;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.drift.DriftFinder;
import io.kro4j.compiler.artifact.drift.DriftFindings;
import io.kro4j.compiler.artifact.files.OutputDirectory;
import io.kro4j.compiler.report.Finding;
import io.kro4j.maven.message.Conflicts;
import io.kro4j.maven.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of a run on their way into the output folder.
 *
 * @param tree what the folder shall hold
 * @param plan what has to be done for it
 * @param output the folder
 */
record Emission(OutputTree tree, OutputPlan plan, Path output) {

  /**
   * Looks at the folder and decides what to do; changes nothing.
   *
   * @param overwrite whether files may be replaced that somebody else wrote or changed
   */
  static Emission plan(OutputTree tree, Path output, boolean overwrite) {
    OutputDirectory existing = OutputDirectory.at(output);
    OutputPlan plan =
        overwrite ? OutputPlan.overwriting(tree, existing) : OutputPlan.of(tree, existing);
    return new Emission(tree, plan, output);
  }

  /**
   * Changes the folder as planned.
   *
   * @throws IOException if a file cannot be written; then the folder is as it was
   */
  void write() throws IOException {
    OutputDirectory.at(output).apply(plan);
  }

  /** How many files are to be written or removed. */
  int changes() {
    return plan.writes().size() + plan.deletes().size();
  }

  /** What is in the way, for documents. */
  List<Finding> inTheWay(String shown) {
    Set<String> paths =
        plan.conflicts().stream().map(OutputPlan.Conflict::path).collect(Collectors.toSet());
    OutputDirectory folder = OutputDirectory.at(output);
    DriftFindings findings = new DriftFindings(tree, folder, shown);
    return DriftFinder.find(DriftFinder.digests(tree), folder).stream()
        .filter(drift -> paths.contains(drift.path()))
        .map(drift -> DriftText.finding(drift, findings))
        .toList();
  }

  /**
   * What is in the way, and how to get it out of the way.
   *
   * @param shown the name of the folder in messages
   */
  List<Message> conflicts(String shown) {
    return Conflicts.messages(plan, shown);
  }
}
