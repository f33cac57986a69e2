package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.instance.status.InstanceStatus;
import io.kro4j.compiler.instance.status.PassFindings;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.status.StatusPatch;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the status of instances: one request for a pass that found news, none for others. */
final class StatusWriter {
  private final Cluster cluster;
  private final InstantSource clock;
  private final TransitionListener transitions;

  StatusWriter(Cluster cluster, InstantSource clock, TransitionListener transitions) {
    this.cluster = cluster;
    this.clock = clock;
    this.transitions = transitions;
  }

  /**
   * Writes what a pass found.
   *
   * @param authorFields the status fields that the author declares, at the top level
   * @throws ApiException if it cannot be written; an instance that is gone needs no status
   */
  void write(
      KindWatches watches,
      Set<String> authorFields,
      Map<String, Object> instance,
      PassFindings findings)
      throws ApiException {
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Object> before = PlainJson.object(instance.get("status"));
    Map<String, Object> after = new InstanceStatus(instance, authorFields, now).after(findings);
    Optional<Map<String, Object>> patch = StatusPatch.between(before, after);
    if (patch.isEmpty()) {
      return;
    }
    try {
      ObjectRef ref = ObjectRef.of(watches.api(), instance);
      Patch change = Patch.merge(patch.get()).toStatus();
      Cluster.await(watches.instances().write(ref, () -> cluster.patchAsync(ref, change)));
    } catch (ApiException e) {
      if (e.kind() != ApiException.Kind.NOT_FOUND) {
        throw e;
      }
    }
    transitions.written(watches.api(), instance, before, after);
  }
}
