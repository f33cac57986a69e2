package io.kro4j.maven;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of the files and parameters of a goal.
 *
 * @param groups the groups that compiled, by name; all of them if nothing failed, none if they are
 *     only remembered
 * @param count how many groups there are
 * @param findings the findings, in files of their own names
 * @param messages what there is to say about the input
 * @param failure why the input is not good enough, in a few words, if it is not
 * @param isSound whether it compiled, good enough or not
 */
record Outcome(
    List<CompiledGroup> groups,
    int count,
    List<Diagnostic> findings,
    List<Message> messages,
    Optional<String> failure,
    boolean isSound) {
  /** Copies the lists. */
  Outcome {
    groups = List.copyOf(groups);
    findings = List.copyOf(findings);
    messages = List.copyOf(messages);
  }

  /**
   * Reads the files and compiles.
   *
   * @throws IOException if a file cannot be read
   */
  static Outcome of(Settings settings) throws IOException {
    return of(settings, Inputs.read(settings));
  }

  /** Compiles. */
  static Outcome of(Settings settings, Inputs inputs) {
    Options options = Options.of(settings);
    List<String> mistakes = new ArrayList<>(inputs.mistakes());
    mistakes.addAll(options.mistakes());
    if (!mistakes.isEmpty()) {
      String failure = Words.count(mistakes.size(), "wrong parameter");
      List<Message> messages = mistakes.stream().map(Message::error).toList();
      return new Outcome(List.of(), 0, List.of(), messages, Optional.of(failure), false);
    }
    Compilation compilation = CompilerRun.compile(inputs, options);
    return of(
        settings, compilation.groups(), compilation.groups().size(), compilation.diagnostics());
  }

  /** What an earlier run of the same inputs came to. */
  static Outcome remembered(Settings settings, CompileState state) {
    return of(settings, List.of(), state.groups(), state.findings());
  }

  /** The outcome of findings that files with compiled groups are in each other's way. */
  static Outcome clash(Settings settings, List<Diagnostic> found) {
    return of(settings, List.of(), 0, found);
  }

  private static Outcome of(
      Settings settings, List<CompiledGroup> groups, int count, List<Diagnostic> found) {
    ShownPaths paths = new ShownPaths(ShownPaths.prefix(settings.root(), settings.base()));
    List<Message> messages =
        new ArrayList<>(Findings.messages(paths.rename(found), settings.commands().call()));
    boolean sound = found.stream().noneMatch(Diagnostic::isError);
    if (count == 0 && sound) {
      messages.add(noGroup(settings));
    }
    return new Outcome(
        groups, count, found, messages, failure(found, settings.failOnWarning()), sound);
  }

  /** A folder that is missing, empty or full of other files: nothing to do, and seldom meant. */
  private static Message noGroup(Settings settings) {
    String prefix = ShownPaths.prefix(settings.root(), settings.base());
    String places =
        settings.sources().stream()
            .map(source -> "`" + prefix + source + "`")
            .collect(Collectors.joining(", "));
    return Message.warning(
        "There is no ResourceGroup in "
            + places
            + ". The parameter `sources` (-Dkro.sources) says where to look.");
  }

  private static Optional<String> failure(List<Diagnostic> found, boolean failOnWarning) {
    String count = Findings.count(found);
    if (found.stream().anyMatch(Diagnostic::isError)) {
      return Optional.of(count);
    }
    return failOnWarning && !found.isEmpty()
        ? Optional.of(count + ", and warnings fail this build (kro.failOnWarning)")
        : Optional.empty();
  }

  /** What a goal reports that stops here. */
  Report report() {
    return new Report(messages, failure);
  }
}
