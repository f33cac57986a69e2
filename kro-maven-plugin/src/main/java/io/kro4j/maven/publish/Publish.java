package io.kro4j.maven.publish;

import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.artifact.OutputPlan;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.git.Commit;
import io.kro4j.maven.git.GitProblem;
import io.kro4j.maven.git.GitRepository;
import io.kro4j.maven.git.Identity;
import io.kro4j.maven.git.NewCommit;
import io.kro4j.maven.git.Remote;
import io.kro4j.maven.git.RemoteBranch;
import io.kro4j.maven.input.FileFinder;
import io.kro4j.maven.message.Conflicts;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ProjectFolders;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compiles, and commits what comes out to a branch of a remote repository. */
public final class Publish {
  /** Who loses so many races in a row should look at what the others do. */
  private static final int ATTEMPTS = 10;

  private static final int SHOWN_CHANGES = 5;

  private final Settings settings;
  private final ProjectFolders folders;
  private final PublishRequest request;
  private final Runnable beforePush;
  private final List<Message> messages = new ArrayList<>();

  /**
   * One run.
   *
   * @param settings the parameters of the compiler
   * @param folders where objects of the remote repository are kept for the next run
   * @param request where to publish, and how
   * @param beforePush what happens between looking and pushing
   */
  public Publish(
      Settings settings, ProjectFolders folders, PublishRequest request, Runnable beforePush) {
    this.settings = settings;
    this.folders = folders;
    this.request = request;
    this.beforePush = beforePush;
  }

  /**
   * Runs.
   *
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run() throws IOException {
    List<String> mistakes = request.mistakes();
    if (!mistakes.isEmpty()) {
      return GoalReport.mistaken(mistakes.stream().map(Message::error).toList());
    }
    GoalRun run = GoalRun.of("publish", settings);
    Outcome outcome = run.outcome();
    if (outcome.failure().isPresent()) {
      return run.report(outcome.report());
    }
    Checked<OutputTree> tree =
        CompiledFiles.of(outcome.groups(), settings.glue().at(folder()).settings());
    if (tree.value().isEmpty()) {
      Outcome clash = Outcome.unusable(settings, tree.diagnostics());
      return new GoalRun("publish", settings, run.inputs(), clash).report(clash.report());
    }
    messages.addAll(outcome.messages());
    return run.report(publish(tree.value().get()));
  }

  private GoalReport publish(OutputTree tree) throws IOException {
    try (GitRepository clone = GitRepository.open(settings.base())) {
      return publish(clone, tree);
    } catch (GitProblem problem) {
      messages.add(Message.error(problem.words()));
      return GoalReport.failed(messages, "nothing published");
    }
  }

  /** The folder of the output in the branch; {@code .} for the top. */
  private String folder() {
    String prefix = request.prefix();
    return prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
  }

  private GoalReport publish(GitRepository clone, OutputTree tree) throws IOException {
    SortedSet<String> uncommitted = clone.uncommitted();
    if (!uncommitted.isEmpty() && !request.allowDirty() && !request.dryRun()) {
      return dirty(uncommitted);
    }
    RemoteBranch target = new RemoteBranch(url(clone), request.branch());
    Provenance provenance =
        new Provenance(
            clone.remoteUrl("origin").map(url -> new RemoteBranch(url, "").shown()),
            Optional.of(clone.head()),
            !uncommitted.isEmpty());
    String subject =
        request.subject().isEmpty()
            ? "Publish what " + clone.head().shortId() + " compiles to"
            : request.subject();
    Identity author =
        Identity.parse(request.author())
            .or(clone::identity)
            .orElseThrow(
                () ->
                    new GitProblem(
                        "Git does not know who you are: set `user.name` and `user.email`, or name"
                            + " an author (-Dkro.publish.author=\"Name <address>\")"));
    boolean sign = request.sign().orElseGet(clone::signs);
    folders.prepare();
    try (Remote remote =
        Remote.open(
            folders.state().resolve("publish.git"),
            target,
            request.access().access(),
            Optional.of(clone))) {
      Attempt attempt =
          new Attempt(remote, target, tree, provenance.message(subject, tree), author, sign);
      return attempts(attempt);
    }
  }

  private String url(GitRepository clone) throws IOException {
    if (!request.repository().isEmpty()) {
      return address(request.repository(), settings.base());
    }
    Path top = clone.top();
    return clone
        .remoteUrl("origin")
        .map(url -> address(url, top))
        .orElseThrow(
            () ->
                new GitProblem(
                    "this clone has no remote `origin`: name the repository to publish to"
                        + " (-Dkro.publish.repository)"));
  }

  /** An address as it is; a path from some folder, so that it does not depend on that. */
  private static String address(String url, Path from) {
    boolean isPath = FileFinder.isPath(url) && Files.isDirectory(from.resolve(url));
    return isPath ? from.resolve(url).normalize().toString() : url;
  }

  private GoalReport dirty(SortedSet<String> files) {
    messages.add(
        Message.error(
            "What is published has to be committed: there are changes in "
                + String.join(", ", files.stream().limit(SHOWN_CHANGES).toList())
                + (files.size() > SHOWN_CHANGES
                    ? " and " + (files.size() - SHOWN_CHANGES) + " more files"
                    : "")
                + ". Commit them, or publish them as they are with -Dkro.publish.allowDirty"));
    return GoalReport.failed(messages, Words.count(files.size(), "uncommitted file"));
  }

  /**
   * What one attempt needs.
   *
   * @param remote the repository
   * @param target the branch
   * @param tree the files
   * @param message the message of the commit
   * @param author who makes it
   * @param sign whether it is signed
   */
  private record Attempt(
      Remote remote,
      RemoteBranch target,
      OutputTree tree,
      String message,
      Identity author,
      boolean sign) {}

  private GoalReport attempts(Attempt attempt) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<GoalReport> report = attempt(attempt);
      if (report.isPresent()) {
        return report.get();
      }
      messages.add(Message.info("Somebody else pushed meanwhile; building upon that"));
    }
    messages.add(
        Message.error(
            "Others changed " + attempt.target() + " " + ATTEMPTS + " times meanwhile; try again"));
    return GoalReport.failed(messages, "nothing published");
  }

  /** Empty if somebody else was faster. */
  private Optional<GoalReport> attempt(Attempt attempt) throws IOException {
    Optional<Commit> tip = attempt.remote().fetch();
    PublishedFiles existing = new PublishedFiles(attempt.remote(), tip, request.prefix());
    Optional<String> obstacle = existing.obstacle();
    if (obstacle.isPresent()) {
      throw new GitProblem(
          attempt.target()
              + " has something else than a folder at `"
              + obstacle.get()
              + "`: delete it there, or name another folder (-Dkro.publish.path)");
    }
    OutputPlan plan =
        request.overwrite()
            ? OutputPlan.overwriting(attempt.tree(), existing)
            : OutputPlan.of(attempt.tree(), existing);
    if (!plan.conflicts().isEmpty()) {
      messages.addAll(Conflicts.messages(plan, shownFolder(attempt.target())));
      return Optional.of(
          GoalReport.failed(
              messages, Words.count(plan.conflicts().size(), "file") + " in the way"));
    }
    if (plan.isUpToDate()) {
      messages.add(Message.info("Nothing to publish: " + attempt.target() + " is up to date"));
      return Optional.of(GoalReport.passed(messages));
    }
    PublishedChanges changes = new PublishedChanges(plan, existing, request.prefix());
    if (request.dryRun()) {
      return Optional.of(wouldPublish(changes, tip, attempt));
    }
    Commit commit = attempt.remote().commit(newCommit(plan, tip, attempt));
    beforePush.run();
    if (attempt.remote().push(tip, commit) == Remote.Push.OVERTAKEN) {
      return Optional.empty();
    }
    messages.addAll(changes.files());
    messages.add(
        Message.info("Published to " + attempt.target() + " as commit " + commit.shortId()));
    return Optional.of(GoalReport.passed(messages));
  }

  private String shownFolder(RemoteBranch target) {
    return target.branch() + ":" + request.prefix().replaceFirst("/$", "");
  }

  private NewCommit newCommit(OutputPlan plan, Optional<Commit> tip, Attempt attempt) {
    Map<String, byte[]> writes = new TreeMap<>();
    plan.writes()
        .forEach(
            (path, text) ->
                writes.put(request.prefix() + path, text.getBytes(StandardCharsets.UTF_8)));
    SortedSet<String> deletes = new TreeSet<>();
    plan.deletes().forEach(path -> deletes.add(request.prefix() + path));
    return new NewCommit(tip, writes, deletes, attempt.message(), attempt.author(), attempt.sign());
  }

  private GoalReport wouldPublish(PublishedChanges changes, Optional<Commit> tip, Attempt attempt) {
    messages.addAll(changes.lines());
    String branch = tip.isEmpty() ? "the new branch " : "";
    messages.add(
        Message.info("Not published, because kro.dryRun is set: to " + branch + attempt.target()));
    attempt
        .message()
        .lines()
        .forEach(line -> messages.add(Message.info(("  " + line).stripTrailing())));
    return GoalReport.passed(messages);
  }
}
