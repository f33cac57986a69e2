package io.kro4j.maven.goal;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.lock.LockChange;
import io.kro4j.compiler.lock.LockFile;
import io.kro4j.compiler.lock.LockSection;
import io.kro4j.compiler.lock.LockedKubernetes;
import io.kro4j.compiler.lock.SchemaLock;
import io.kro4j.maven.compilation.CompilerRun;
import io.kro4j.maven.compilation.CurrentLock;
import io.kro4j.maven.compilation.GoalRun;
import io.kro4j.maven.compilation.Inputs;
import io.kro4j.maven.compilation.LockCheck;
import io.kro4j.maven.compilation.Options;
import io.kro4j.maven.compilation.Outcome;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.ChangedFile;
import io.kro4j.maven.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the lock of a project.
 *
 * @param settings the parameters
 */
public record LockWriting(Settings settings) {
  /**
   * Runs.
   *
   * @throws IOException if a file cannot be read or written
   */
  public GoalReport run() throws IOException {
    Inputs inputs = Inputs.read(settings);
    Options options = Options.of(settings, inputs);
    Outcome sources = sources(inputs, options);
    GoalReport report = sources.failure().isPresent() ? sources.report() : write(inputs, options);
    return new GoalRun("lock", settings, inputs.withSources(List.of()), sources).report(report);
  }

  /**
   * What is wrong with the parameters, with a lock that cannot be replaced, or with what the lock
   * would name: no goal could compile with that.
   */
  private Outcome sources(Inputs inputs, Options options) {
    Optional<Outcome> mistaken = Outcome.mistaken(settings, inputs, options);
    if (mistaken.isPresent()) {
      return mistaken.get();
    }
    LockCheck check = LockCheck.of(settings, inputs, options);
    boolean writable = isBroken(inputs) ? isReplaceable(check) : check.goesOn();
    return Outcome.unusable(
        settings, writable ? CompilerRun.ofTypes(inputs, options) : check.findings());
  }

  private static boolean isBroken(Inputs inputs) {
    return inputs.lock().filter(lock -> lock.content().value().isEmpty()).isPresent();
  }

  private GoalReport write(Inputs inputs, Options options) throws IOException {
    Optional<LockFile> before = inputs.lock().flatMap(lock -> lock.content().value());
    boolean broken = isBroken(inputs);
    SchemaLock now = CurrentLock.of(inputs, options.builtIn());
    if (before.map(LockFile::lock).equals(Optional.of(now))) {
      return GoalReport.passed(List.of(Message.info("Unchanged: " + shown() + whole(now))));
    }
    ChangedFile.write(settings.schemas().lockFile(), now.text());
    List<Message> messages = new ArrayList<>();
    if (broken) {
      messages.add(
          Message.warning("What was in " + shown() + " could not be read: see what has changed"));
    }
    messages.add(Message.info("Written " + shown() + whole(now)));
    before.ifPresent(file -> messages.addAll(changes(file.lock(), now)));
    return GoalReport.passed(messages);
  }

  /** What a newer version of the plugin has written is not ours to replace. */
  private static boolean isReplaceable(LockCheck check) {
    return check.findings().stream()
        .noneMatch(finding -> finding.id() == DiagnosticId.LOCK_NEWER_FORMAT);
  }

  private String shown() {
    return ShownPaths.shown(settings.root(), settings.schemas().lockFile());
  }

  /** Such as {@code : Kubernetes 1.36 (v1.36.3), 2 CRD files, 1 artifact}. */
  private static String whole(SchemaLock lock) {
    StringBuilder whole = new StringBuilder(": ").append(kubernetes(lock.kubernetes()));
    for (LockSection section : LockSection.values()) {
      int size = lock.section(section).size();
      if (size > 0) {
        whole.append(", ").append(Words.count(size, section.noun()));
      }
    }
    return whole.toString();
  }

  private static String kubernetes(LockedKubernetes kubernetes) {
    return "Kubernetes " + kubernetes.version() + " (" + kubernetes.release() + ")";
  }

  private static List<Message> changes(SchemaLock before, SchemaLock now) {
    List<Message> changes = new ArrayList<>();
    if (!before.kubernetes().equals(now.kubernetes())) {
      String from = kubernetes(before.kubernetes());
      String to = kubernetes(now.kubernetes());
      changes.add(
          Message.info(
              "  ~ " + (from.equals(to) ? "other bundled types of " + to : from + " to " + to)));
    }
    LockChange.between(before, now).forEach(each -> changes.add(Message.info("  " + each.line())));
    return changes;
  }
}
