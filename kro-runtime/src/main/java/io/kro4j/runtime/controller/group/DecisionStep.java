package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.revision.RevisionChoice;
import io.kro4j.runtime.revision.RevisionChoice.Reason;
import io.kro4j.runtime.revision.SpecHash;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.status.EventSink.Event;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is to be done about the revisions of a group, and does it: waits, issues one of the
 * spec if that is sound, or lets the newest serve.
 */
final class DecisionStep {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final GroupEnvironment environment;
  private final RevisionStep revisions;
  private final ServingStep serving;

  DecisionStep(GroupEnvironment environment, RevisionStep revisions, ServingStep serving) {
    this.environment = environment;
    this.revisions = revisions;
    this.serving = serving;
  }

  /**
   * Decides and acts.
   *
   * @param pass takes note of what comes of it
   * @param own the revisions of the group
   * @throws ApiException if a request fails
   */
  Outcome take(GroupPass pass, List<GraphRevision> own) throws ApiException {
    LiveGroup group = pass.group();
    RevisionChoice choice =
        RevisionChoice.of(
            own,
            environment.world().revisions()::state,
            SpecHash.of(group.spec()),
            group.lastIssuedRevision());
    if (choice instanceof RevisionChoice.Issue issue) {
      return issue(pass, own, issue);
    }
    if (choice instanceof RevisionChoice.Serve serve) {
      environment.observer().resolved("serve");
      CompiledDefinition.Sound compiled =
          environment.world().revisions().active(serve.latest()).orElseThrow();
      pass.revisionsResolved(serve.latest().number());
      pass.accepted(compiled.graph().graph());
      await(group, Set.of());
      return serving.serve(pass, serve.latest(), compiled, own);
    }
    if (choice instanceof RevisionChoice.Broken broken) {
      return broken(pass, broken.latest());
    }
    return await(pass, own, (RevisionChoice.Wait) choice);
  }

  private Outcome issue(GroupPass pass, List<GraphRevision> own, RevisionChoice.Issue issue)
      throws ApiException {
    LiveGroup group = pass.group();
    CompiledDefinition compiled = compile(group);
    if (compiled instanceof CompiledDefinition.Unsound unsound) {
      environment.observer().resolved("failed");
      Outcome served = serveLatest(pass, own, issue);
      pass.rejected(unsound.message());
      return await(group, unsound.missing()) ? recheck(unsound.missing(), served) : served;
    }
    CompiledDefinition.Sound sound = (CompiledDefinition.Sound) compiled;
    await(group, Set.of());
    pass.accepted();
    RevisionStep.Issued issued = revisions.issue(group, issue.number(), issue.latest());
    if (issued instanceof RevisionStep.Issued.Impossible impossible) {
      environment.observer().resolved("failed");
      pass.revisionsFailed(impossible.message());
      return Outcome.again(environment.settings().progressDelay());
    }
    environment.observer().resolved("issue");
    pass.issued(issue.number());
    pass.revisionsAwaited(
        Reason.COMPILATION.condition(), "revision " + issue.number() + " was issued");
    tell(group, issue.number(), sound.warnings());
    return Outcome.again(environment.settings().progressDelay());
  }

  /** The newest revision goes on, or begins after a restart, while the spec is not sound. */
  private Outcome serveLatest(GroupPass pass, List<GraphRevision> own, RevisionChoice.Issue issue)
      throws ApiException {
    if (issue.latest().isEmpty()) {
      return Outcome.done();
    }
    GraphRevision latest = issue.latest().get();
    Optional<CompiledDefinition.Sound> active = environment.world().revisions().active(latest);
    if (active.isEmpty()) {
      serving.report(pass);
      return Outcome.done();
    }
    pass.revisionsResolved(latest.number());
    return serving.serve(pass, latest, active.get(), own);
  }

  private Outcome broken(GroupPass pass, GraphRevision latest) {
    environment.observer().resolved("failed");
    String message = "latest graph revision " + latest.number() + " failed compilation";
    pass.revisionsFailed(message);
    pass.rejected(
        environment
            .world()
            .revisions()
            .failure(latest)
            .map(why -> message + ": " + why)
            .orElse(message));
    serving.report(pass);
    return Outcome.done();
  }

  /** A restart alone is no news: what was resolved for this spec before is so again soon. */
  private Outcome await(GroupPass pass, List<GraphRevision> own, RevisionChoice.Wait wait) {
    environment.observer().resolved("wait");
    environment.observer().waited(wait.reason().metric());
    if (!pass.areRevisionsResolved() || wait.reason() == Reason.SETTLEMENT) {
      pass.revisionsAwaited(wait.reason().condition(), describe(wait));
    }
    own.stream()
        .filter(revision -> revision.number() == wait.number())
        .forEach(revision -> environment.waking().wake(RevisionStep.waiter(revision.name())));
    return Outcome.again(environment.settings().progressDelay());
  }

  private static String describe(RevisionChoice.Wait wait) {
    return "revision "
        + wait.number()
        + switch (wait.reason()) {
          case SETTLEMENT -> " is being deleted";
          case WARMUP -> " is not loaded yet";
          case COMPILATION -> " is being compiled";
        };
  }

  private CompiledDefinition compile(LiveGroup group) throws ApiException {
    Definition definition = group.definition();
    if (environment.compiler().knows(definition)) {
      return environment.compiler().compile(definition);
    }
    long start = environment.nanoTime().getAsLong();
    CompiledDefinition compiled = environment.compiler().compile(definition);
    environment
        .observer()
        .built(
            group.name(),
            compiled instanceof CompiledDefinition.Sound,
            Duration.ofNanos(environment.nanoTime().getAsLong() - start));
    return compiled;
  }

  /**
   * Lets the group be woken when the CRD of its own kind changes, or one of a type that it needs
   * comes.
   *
   * @return whether it needs any
   */
  private boolean await(LiveGroup group, Set<GroupVersionKind> missing) {
    Set<GroupKind> kinds = new LinkedHashSet<>();
    kinds.add(group.instanceKind());
    missing.forEach(type -> kinds.add(GroupKind.of(type)));
    environment.awaited().await(group.waiter(), kinds);
    return !missing.isEmpty();
  }

  /** A type may have come while it was looked for; and one without a CRD comes unannounced. */
  private Outcome recheck(Set<GroupVersionKind> missing, Outcome otherwise) {
    if (otherwise instanceof Outcome.Retry) {
      return otherwise;
    }
    boolean came =
        missing.stream()
            .anyMatch(
                gvk ->
                    environment
                        .crds()
                        .find(GroupKind.of(gvk))
                        .filter(crd -> crd.isEstablished() && crd.hasVersion(gvk.version()))
                        .isPresent());
    return Outcome.again(came ? SOON : environment.settings().recheck());
  }

  private void tell(LiveGroup group, long number, String warnings) {
    EventSink events = environment.events();
    events.emit(
        new Event(
            group.ref(),
            group.uid(),
            EventSink.Type.NORMAL,
            "RevisionIssued",
            "the spec compiles; it is revision " + number));
    if (!warnings.isEmpty()) {
      events.emit(
          new Event(
              group.ref(), group.uid(), EventSink.Type.WARNING, "CompilerWarnings", warnings));
    }
  }
}
