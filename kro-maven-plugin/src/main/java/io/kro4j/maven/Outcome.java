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
 * @param groups the groups that compiled, by name; all of them if nothing failed
 * @param messages what there is to say about the input
 * @param failure why the input is not good enough, in a few words, if it is not
 */
record Outcome(List<CompiledGroup> groups, List<Message> messages, Optional<String> failure) {
  /** Copies the lists. */
  Outcome {
    groups = List.copyOf(groups);
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
      return new Outcome(
          List.of(), mistakes.stream().map(Message::error).toList(), Optional.of(failure));
    }
    Compilation compilation = CompilerRun.compile(inputs, options);
    Outcome outcome = of(settings, compilation.groups(), compilation.diagnostics());
    return compilation.groups().isEmpty() && !compilation.hasErrors()
        ? outcome.with(noGroup(settings))
        : outcome;
  }

  /** The outcome of findings. */
  static Outcome of(Settings settings, List<CompiledGroup> groups, List<Diagnostic> found) {
    ShownPaths paths = new ShownPaths(ShownPaths.prefix(settings.root(), settings.base()));
    return new Outcome(
        groups,
        Findings.messages(paths.rename(found), settings.call()),
        failure(found, settings.failOnWarning()));
  }

  private Outcome with(Message message) {
    List<Message> more = new ArrayList<>(messages);
    more.add(message);
    return new Outcome(groups, more, failure);
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

  /** The texts of the warnings. */
  List<String> warnings() {
    return messages.stream()
        .filter(message -> message.level() == Message.Level.WARNING)
        .map(Message::text)
        .toList();
  }

  /** What a goal reports that stops here. */
  Report report() {
    return new Report(messages, failure);
  }
}
