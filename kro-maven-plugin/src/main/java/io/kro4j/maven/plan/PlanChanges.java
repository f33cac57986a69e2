package io.kro4j.maven.plan;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.plan.InstanceComparison;
import io.kro4j.compiler.plan.InstanceFile;
import io.kro4j.compiler.plan.Plan;
import io.kro4j.compiler.plan.PlanFindings;
import io.kro4j.compiler.plan.PlanState;
import io.kro4j.compiler.plan.PlanText;
import io.kro4j.compiler.plan.Planner;
import io.kro4j.compiler.report.Finding;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.maven.compilation.CompilerRun;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Inputs;
import io.kro4j.maven.compilation.Options;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.git.Commit;
import io.kro4j.maven.git.GitProblem;
import io.kro4j.maven.git.GitRepository;
import io.kro4j.maven.git.GitTree;
import io.kro4j.maven.input.InputFile;
import io.kro4j.maven.message.Findings;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what changes from one Git state to another. */
public final class PlanChanges {
  private static final String WORKING_TREE = "the working tree";

  private final Settings settings;
  private final Path reports;
  private final Request request;
  private final List<Message> messages = new ArrayList<>();

  /**
   * What is asked.
   *
   * @param base the revision to start from; empty for where the work began
   * @param head the revision to compare with it; empty for the working tree
   * @param instances Ant patterns of files with instances, from the top of the repository
   * @param removals the groups that are meant to go, each {@code name=reason}
   * @param failOnBreaking whether a breaking change fails the build that nobody gave a reason for
   */
  public record Request(
      String base,
      String head,
      List<String> instances,
      List<String> removals,
      boolean failOnBreaking) {
    /** Copies the lists. */
    public Request {
      instances = List.copyOf(instances);
      removals = List.copyOf(removals);
    }
  }

  /**
   * One run.
   *
   * @param settings the parameters of the compiler
   * @param reports the folder where reports are written
   * @param request what is asked
   */
  public PlanChanges(Settings settings, Path reports, Request request) {
    this.settings = settings;
    this.reports = reports;
    this.request = request;
  }

  /**
   * Runs.
   *
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run() throws IOException {
    List<Message> mistakes = mistakes();
    if (!mistakes.isEmpty()) {
      return GoalReport.mistaken(mistakes);
    }
    try (GitRepository repository = GitRepository.open(settings.base())) {
      return run(repository);
    } catch (GitProblem problem) {
      messages.add(Message.error(problem.words()));
      return GoalReport.failed(messages, "no plan");
    }
  }

  private List<Message> mistakes() {
    return request.removals().stream()
        .filter(removal -> removal.indexOf('=') < 1 || removal.endsWith("="))
        .map(
            removal ->
                Message.error("parameter `removals`: `" + removal + "` is not `group=reason`"))
        .toList();
  }

  private GoalReport run(GitRepository repository) throws IOException {
    Optional<Commit> head =
        request.head().isEmpty()
            ? Optional.empty()
            : Optional.of(repository.commit(request.head()));
    Commit base =
        request.base().isEmpty()
            ? repository.mergeBase(head.isPresent() ? head.get() : repository.head())
            : repository.commit(request.base());
    Inputs inputs = headInputs(repository, head);
    Outcome outcome = Outcome.of(settings, inputs);
    messages.addAll(outcome.messages());
    GoalRun run = new GoalRun("plan", settings, inputs, outcome);
    if (outcome.failure().isPresent()) {
      return run.report(new GoalReport(messages, outcome.failure()));
    }
    Plan plan = compare(repository, base, head, outcome);
    List<Diagnostic> breaking = breaking(plan, inputs);
    String project = ShownPaths.prefix(repository.top(), settings.base().toRealPath());
    return run.report(
        report(new PlanPlaces(project).rename(plan), breaking),
        breaking.stream().map(Finding::of).toList(),
        List.of());
  }

  private Plan compare(
      GitRepository repository, Commit base, Optional<Commit> head, Outcome outcome)
      throws IOException {
    PlanState before = before(repository, base);
    PlanState.Name name =
        head.map(PlanChanges::name).orElse(new PlanState.Name(WORKING_TREE, Optional.empty()));
    PlanState after = PlanState.of(name, outcome.groups());
    Plan plan = Planner.plan(before, after, removals());
    List<InstanceFile> files =
        PlanInstances.find(
            plan, repository.tree(base), headTree(repository, head), request.instances());
    return InstanceComparison.compare(plan, before, after, files, outcome.catalog());
  }

  /** What breaks without a reason, as this build judges it, in files of the names to show. */
  private List<Diagnostic> breaking(Plan plan, Inputs inputs) {
    // What is wrong with them was said before.
    List<SourceFile> sources = InputFile.texts(inputs.sources(), new Diagnostics());
    Severity severity = request.failOnBreaking() ? Severity.ERROR : Severity.WARNING;
    List<Diagnostic> found =
        PlanFindings.of(plan, sources).stream().map(f -> f.withSeverity(severity)).toList();
    ShownPaths paths = new ShownPaths(ShownPaths.prefix(settings.root(), settings.base()));
    return settings.policy().judge(paths.rename(found));
  }

  private static GitTree headTree(GitRepository repository, Optional<Commit> head)
      throws IOException {
    return head.isPresent()
        ? repository.tree(head.get())
        : repository.workingTree(path -> path.endsWith(".yaml") || path.endsWith(".yml"));
  }

  private Inputs headInputs(GitRepository repository, Optional<Commit> head) throws IOException {
    return head.isPresent()
        ? Inputs.read(settings, files(repository, head.get()))
        : Inputs.read(settings);
  }

  private GitFiles files(GitRepository repository, Commit commit) throws IOException {
    return new GitFiles(repository.tree(commit), settings.base(), repository.top());
  }

  private PlanState before(GitRepository repository, Commit base) throws IOException {
    Inputs inputs = Inputs.readEarlier(settings, files(repository, base));
    Compilation compilation =
        CompilerRun.compile(inputs, Options.of(settings, inputs)).compilation();
    List<Diagnostic> errors =
        compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      messages.add(
          Message.warning(
              "The base, "
                  + base
                  + ", does not compile ("
                  + Findings.count(errors)
                  + "): what does not cannot be compared"));
    }
    // What is wrong with them was said above.
    List<SourceFile> sources = InputFile.texts(inputs.sources(), new Diagnostics());
    return PlanState.of(name(base), compilation, sources);
  }

  private Map<String, String> removals() {
    Map<String, String> removals = new TreeMap<>();
    for (String removal : request.removals()) {
      int equals = removal.indexOf('=');
      removals.put(removal.substring(0, equals).strip(), removal.substring(equals + 1).strip());
    }
    return removals;
  }

  private static PlanState.Name name(Commit commit) {
    return new PlanState.Name(commit.toString(), Optional.of(commit.id()));
  }

  private GoalReport report(Plan plan, List<Diagnostic> breaking) throws IOException {
    PlanReports.write(plan, reports);
    messages.add(Message.info("From " + plan.before().text() + " to " + plan.after().text() + ":"));
    PlanText.of(plan).forEach(line -> messages.add(Message.info(line)));
    if (plan.isEmpty()) {
      messages.add(Message.info("nothing changes"));
    }
    boolean error = breaking.stream().anyMatch(Diagnostic::isError);
    for (String complaint : PlanText.complaints(plan)) {
      messages.add(error ? Message.error(complaint) : Message.warning(complaint));
    }
    String count = Words.count(breaking.size(), "breaking change") + " without a reason";
    return new GoalReport(
        messages, error ? Optional.of(count) : settings.policy().failure(breaking));
  }
}
