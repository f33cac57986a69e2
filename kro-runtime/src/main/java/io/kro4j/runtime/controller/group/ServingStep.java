package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.crd.compat.CrdChange;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.controller.Outcome;
import io.kro4j.runtime.crd.CrdPlan;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.CrdWriter.Result;
import io.kro4j.runtime.crd.LiveCrd;
import io.kro4j.runtime.registry.Admission;
import io.kro4j.runtime.registry.GraphSource;
import io.kro4j.runtime.registry.ServedGraph;
import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.status.EventSink.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the kind of a group and lets a graph serve it. The graph serves only once the CRD is the
 * graph's: while a change of the CRD is refused, the graph before it goes on.
 */
final class ServingStep {
  private final GroupEnvironment environment;

  ServingStep(GroupEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Serves a revision.
   *
   * @param pass takes note of what comes of it
   * @param revision the revision, which is active
   * @param compiled what it compiled to
   * @param revisions all revisions of the group
   * @throws ApiException if a request fails for a reason that may pass
   */
  Outcome serve(
      GroupPass pass,
      GraphRevision revision,
      CompiledDefinition.Sound compiled,
      List<GraphRevision> revisions)
      throws ApiException {
    LiveGroup group = pass.group();
    GroupKind kind = GroupKind.of(compiled.graph().graph().api().gvk());
    Result result;
    try {
      result =
          environment
              .crdWriter()
              .write(compiled.crdName(), compiled.crd(), group.owner(), rights(group, kind));
    } catch (ApiException e) {
      if (e.isTransient() || e.kind() == ApiException.Kind.CONFLICT) {
        throw e;
      }
      pass.kindFailed(String.valueOf(e.getMessage()));
      keepServing(pass, compiled.crdName(), revisions);
      return Outcome.retry(String.valueOf(e.getMessage()));
    }
    if (result instanceof Result.Ready ready) {
      ready.taken().ifPresentOrElse(pass::kindFailed, () -> pass.kindReady(ready.kind()));
      tellBreaking(group, compiled.crdName(), ready.breaking());
      offer(pass, revision, compiled.graph());
    } else if (result instanceof Result.Waiting waiting) {
      pass.kindAwaited(waiting.message());
      report(pass);
    } else if (result instanceof Result.Refused refused) {
      pass.kindFailed(refused.message());
      keepServing(pass, compiled.crdName(), revisions);
    }
    return Outcome.done();
  }

  /** Lets what serves go on, or serve again after a restart, without a change to the CRD. */
  void keepServing(GroupPass pass, String crdName, List<GraphRevision> revisions)
      throws ApiException {
    controller(pass, isServing(pass.group()) || serveFitting(pass, crdName, revisions));
  }

  /** Tells whether the group serves; nothing is changed. */
  void report(GroupPass pass) {
    controller(pass, isServing(pass.group()));
  }

  private boolean isServing(LiveGroup group) {
    return environment.registry().servedBy(group.source()).isPresent();
  }

  private void controller(GroupPass pass, boolean serves) {
    if (serves) {
      running(pass, "");
    } else {
      pass.controllerAwaited("no graph serves the kind yet");
    }
  }

  /** The graph serves, but that helps nobody if its instances cannot be seen. */
  private void running(GroupPass pass, String remark) {
    environment
        .registry()
        .obstacles()
        .find(pass.group().source())
        .ifPresentOrElse(pass::controllerFailed, () -> pass.controllerRunning(remark));
  }

  /** The number of the revision that serves; 0 if none does. */
  long servingRevision(LiveGroup group) {
    return environment
        .registry()
        .servedBy(group.source())
        .map(served -> number(served.version()))
        .orElse(0L);
  }

  /** After a restart: the newest revision whose CRD is the one in the cluster served before. */
  private boolean serveFitting(GroupPass pass, String crdName, List<GraphRevision> revisions)
      throws ApiException {
    Optional<LiveCrd> crd = environment.cluster().get(CrdWatch.ref(crdName)).map(LiveCrd::new);
    if (crd.filter(LiveCrd::isEstablished).isEmpty()
        || !crd.get().ownerUid().equals(pass.group().uid())) {
      return false;
    }
    List<GraphRevision> newestFirst =
        revisions.stream()
            .filter(revision -> !revision.terminating())
            .sorted(Comparator.comparingLong(GraphRevision::number).reversed())
            .toList();
    for (GraphRevision revision : newestFirst) {
      Optional<CompiledDefinition.Sound> sound = sound(revision);
      if (sound.isPresent() && CrdPlan.fits(crd.get(), sound.get().crd())) {
        return offer(pass, revision, sound.get().graph());
      }
    }
    return false;
  }

  private Optional<CompiledDefinition.Sound> sound(GraphRevision revision) throws ApiException {
    Optional<CompiledDefinition.Sound> active = environment.world().revisions().active(revision);
    if (active.isPresent()) {
      return active;
    }
    Definition definition = Definition.of(revision.group(), Map.of(), revision.spec());
    CompiledDefinition compiled = environment.compiler().compileOnce(definition);
    return compiled instanceof CompiledDefinition.Sound sound
        ? Optional.of(sound)
        : Optional.empty();
  }

  /** Lets a graph serve its kind, and tells whether it does. */
  private boolean offer(GroupPass pass, GraphRevision revision, InstanceGraph graph) {
    LiveGroup group = pass.group();
    SettingsReader.Read settings = SettingsReader.read(group);
    if (!settings.problem().isEmpty()) {
      pass.settingsRejected(settings.problem());
    }
    ServedGraph served =
        new ServedGraph(
            SettingsReader.apply(graph, settings.settings()),
            group.source(),
            version(revision, settings));
    Admission admission = environment.registry().offer(served);
    if (admission instanceof Admission.Taken taken) {
      pass.controllerFailed("the kind is served by " + taken.by());
      return false;
    }
    running(pass, rivals(served));
    return true;
  }

  private static String version(GraphRevision revision, SettingsReader.Read settings) {
    return revision.number() + " " + revision.uid() + " " + settings.settings();
  }

  private static long number(String version) {
    return Long.parseLong(version.substring(0, version.indexOf(' ')));
  }

  private String rivals(ServedGraph served) {
    List<GraphSource> rivals = environment.registry().rivals(GroupKind.of(served.api().gvk()));
    return rivals.isEmpty()
        ? ""
        : rivals.stream()
            .map(GraphSource::toString)
            .collect(
                Collectors.joining(", ", "; this group came first, so these are not served: ", ""));
  }

  private CrdPlan.Rights rights(LiveGroup group, GroupKind kind) {
    return new CrdPlan.Rights(
        group.allowsBreakingChanges(), environment.gitKinds().graphOf(kind), environment.world());
  }

  private void tellBreaking(LiveGroup group, String crd, List<CrdChange> breaking) {
    if (!breaking.isEmpty()) {
      String message =
          breaking.stream()
              .map(CrdChange::message)
              .collect(Collectors.joining("; ", "CRD " + crd + " was changed: ", ""));
      environment
          .events()
          .emit(
              new Event(
                  group.ref(), group.uid(), EventSink.Type.WARNING, "BreakingChange", message));
    }
  }
}
