package io.kro4j.maven.compilation;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.report.Finding;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.maven.message.Findings;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of the files and parameters of a goal.
 *
 * @param groups the groups that compiled, by name; all of them if nothing failed, none if they are
 *     only remembered
 * @param catalog the types that the groups were compiled with; none if nothing was compiled
 * @param count how many groups there are
 * @param found what the compiler found
 * @param findings the same as this build judges it, in files of the names to show
 * @param mistakes what is wrong with the parameters, so that nothing was compiled
 * @param messages what there is to say about the input
 * @param failure why the input is not good enough, in a few words, if it is not
 */
public record Outcome(
    List<CompiledGroup> groups,
    SchemaCatalog catalog,
    int count,
    Found found,
    List<Finding> findings,
    List<String> mistakes,
    List<Message> messages,
    Optional<String> failure) {
  private static final String MODULES =
      " A goal that is called by its name runs here only, not in the other modules: name one with"
          + " -pl, or bind the goal to a phase.";

  /** Copies the lists. */
  public Outcome {
    groups = List.copyOf(groups);
    findings = List.copyOf(findings);
    mistakes = List.copyOf(mistakes);
    messages = List.copyOf(messages);
  }

  /** Compiles. */
  public static Outcome of(Settings settings, Inputs inputs) {
    Options options = Options.of(settings, inputs);
    Optional<Outcome> mistaken = mistaken(settings, inputs, options);
    if (mistaken.isPresent()) {
      return mistaken.get();
    }
    LockCheck lock = LockCheck.of(settings, inputs, options);
    if (!lock.goesOn()) {
      return unusable(settings, lock.findings());
    }
    CompilerRun.Compiled compiled = CompilerRun.compile(inputs, options);
    Compilation compilation = compiled.compilation();
    List<Diagnostic> found = new ArrayList<>(lock.findings());
    found.addAll(compilation.diagnostics());
    found.sort(Diagnostic.BY_PLACE);
    return of(
        settings,
        compilation.groups(),
        compiled.catalog(),
        compilation.groups().size(),
        new Found(found, compilation.suppressed()),
        SharedGlue.findings(settings, inputs));
  }

  /** What there is to say if nothing can be compiled with these parameters; empty if it can. */
  public static Optional<Outcome> mistaken(Settings settings, Inputs inputs, Options options) {
    List<String> mistakes = new ArrayList<>(inputs.mistakes());
    mistakes.addAll(options.mistakes());
    if (!mistakes.isEmpty()) {
      return Optional.of(mistaken(mistakes, "wrong parameter"));
    }
    List<String> broken = inputs.brokenModules(settings.commands().call());
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            mistaken(broken, "broken module")
                .because(inputs.errorsOfModules(), settings.commands().call()));
  }

  private static Outcome mistaken(List<String> mistakes, String noun) {
    return new Outcome(
        List.of(),
        SchemaCatalog.empty(),
        0,
        Found.NOTHING,
        List.of(),
        mistakes,
        mistakes.stream().map(Message::error).toList(),
        Optional.of(Words.count(mistakes.size(), noun)));
  }

  /** The same, with the findings that explain it in front. */
  private Outcome because(List<Diagnostic> errors, String call) {
    List<Message> said = new ArrayList<>(Findings.messages(errors, call));
    said.addAll(messages);
    return new Outcome(
        groups,
        catalog,
        count,
        found,
        errors.stream().map(Finding::of).toList(),
        mistakes,
        said,
        failure);
  }

  /** What an earlier run of the same inputs came to. */
  public static Outcome remembered(Settings settings, Inputs inputs, CompileState state) {
    return of(
        settings,
        List.of(),
        SchemaCatalog.empty(),
        state.groups(),
        state.found(),
        SharedGlue.findings(settings, inputs));
  }

  /** The outcome of findings about files without which no group can be dealt with. */
  public static Outcome unusable(Settings settings, List<Diagnostic> found) {
    return of(
        settings, List.of(), SchemaCatalog.empty(), 0, new Found(found, List.of()), List.of());
  }

  /** The outcome of findings about files that are used with the groups of this one. */
  public Outcome beside(Settings settings, List<Diagnostic> found) {
    return of(settings, groups, catalog, groups.size(), new Found(found, List.of()), List.of());
  }

  /**
   * An outcome.
   *
   * @param found what the compiler found
   * @param besides what there is to find besides, which is not remembered
   */
  private static Outcome of(
      Settings settings,
      List<CompiledGroup> groups,
      SchemaCatalog catalog,
      int count,
      Found found,
      List<Diagnostic> besides) {
    ShownPaths paths = new ShownPaths(ShownPaths.prefix(settings.root(), settings.base()));
    List<Diagnostic> all = new ArrayList<>(besides);
    all.addAll(found.diagnostics());
    all.sort(Diagnostic.BY_PLACE);
    List<Diagnostic> judged = settings.policy().judge(paths.rename(all));
    List<Finding> findings = new ArrayList<>(judged.stream().map(Finding::of).toList());
    found
        .suppressed()
        .forEach(
            quiet ->
                findings.add(
                    new Finding(
                        paths.rename(List.of(quiet.diagnostic())).get(0),
                        List.of(),
                        Optional.of(quiet.reason()))));
    findings.sort(Comparator.comparing(Finding::diagnostic, Diagnostic.BY_PLACE));
    List<Message> messages = new ArrayList<>(Findings.messages(judged, settings.commands().call()));
    if (count == 0 && judged.stream().noneMatch(Diagnostic::isError)) {
      messages.add(noGroup(settings));
    }
    Optional<String> failure = settings.policy().failure(judged);
    return new Outcome(groups, catalog, count, found, findings, List.of(), messages, failure);
  }

  /** Whether it all compiled, however this build judges what was found. */
  public boolean isCompiled() {
    return mistakes.isEmpty() && found.diagnostics().stream().noneMatch(Diagnostic::isError);
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
            + ". The parameter `sources` (-Dkro.sources) says where to look."
            + (settings.commands().passesModules() ? MODULES : ""));
  }

  /** What a goal reports that stops here. */
  public GoalReport report() {
    return new GoalReport(messages, failure);
  }
}
