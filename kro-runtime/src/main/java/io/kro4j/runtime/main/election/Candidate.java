package io.kro4j.runtime.main.election;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ApiException.Kind;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One who may lead. It holds the Lease by writing into it again and again; others take it when it
 * did not change for as long as it says. That time is measured here, from when a change was seen,
 * so that clocks need not agree. Not safe for concurrent use.
 */
final class Candidate {
  private static final ApiType TYPE =
      new ApiType(
          new GroupVersionKind("coordination.k8s.io", "v1", "Lease"), "leases", Scope.NAMESPACED);

  private final Cluster cluster;
  private final ElectionSettings settings;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final ObjectRef ref;
  private @Nullable Lease seen;
  private long seenAt;

  /**
   * A candidate that knows nothing yet.
   *
   * @param clock for the times that are written
   * @param nanoTime for the times that are measured
   */
  Candidate(
      Cluster cluster, ElectionSettings settings, InstantSource clock, LongSupplier nanoTime) {
    this.cluster = cluster;
    this.settings = settings;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.ref = new ObjectRef(TYPE, settings.namespace(), ElectionSettings.LEASE);
  }

  /**
   * Takes the Lease, or keeps it.
   *
   * @return whether this one leads now
   * @throws ApiException if the API server does not say; nobody knows who leads then
   */
  boolean attempt() throws ApiException {
    try {
      return holds() ? renew() : acquire();
    } catch (ApiException e) {
      if (e.kind() == Kind.CONFLICT) {
        return lookAgain();
      }
      throw e;
    }
  }

  /** Gives the Lease back, if this one has it. */
  void release() throws ApiException {
    Lease known = seen;
    if (known != null && holds()) {
      try {
        write(known, Lease.released(clock.instant()));
      } catch (ApiException e) {
        if (e.kind() != Kind.CONFLICT) {
          throw e;
        }
        // Somebody else has it already.
      }
    }
  }

  /** Who leads as far as this one knows; empty if nobody does. */
  Optional<String> leader() {
    return Optional.ofNullable(seen).map(Lease::holder).filter(holder -> !holder.isEmpty());
  }

  private boolean holds() {
    return seen != null && seen.holder().equals(settings.identity());
  }

  /** Without a look before: the version says whether somebody else wrote meanwhile. */
  private boolean renew() throws ApiException {
    Lease known = seen;
    if (known == null) {
      return false;
    }
    write(known, Lease.renewed(clock.instant()));
    return true;
  }

  private boolean acquire() throws ApiException {
    Optional<Map<String, Object>> object = cluster.get(ref);
    if (object.isEmpty()) {
      create();
      return true;
    }
    see(Lease.read(object.get()));
    Lease known = seen;
    if (known == null || isHeldByAnother(known)) {
      return false;
    }
    long transitions =
        known.holder().equals(settings.identity()) ? known.transitions() : known.transitions() + 1;
    write(
        known,
        Lease.acquired(
            settings.identity(), settings.leaseDuration(), transitions, clock.instant()));
    return true;
  }

  /** Another one wrote first; the next attempt is for what it wrote. */
  private boolean lookAgain() throws ApiException {
    Optional<Map<String, Object>> object = cluster.get(ref);
    if (object.isPresent()) {
      see(Lease.read(object.get()));
    } else {
      seen = null;
    }
    return holds();
  }

  private boolean isHeldByAnother(Lease lease) {
    return !lease.holder().isEmpty()
        && !lease.holder().equals(settings.identity())
        && nanoTime.getAsLong() - seenAt < lease.duration().toNanos();
  }

  private void create() throws ApiException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", TYPE.gvk().apiVersion());
    object.put("kind", TYPE.gvk().kind());
    object.put(
        "metadata", Map.of("name", ElectionSettings.LEASE, "namespace", settings.namespace()));
    object.put(
        "spec", Lease.acquired(settings.identity(), settings.leaseDuration(), 0, clock.instant()));
    see(Lease.read(cluster.create(TYPE, settings.namespace(), object)));
  }

  private void write(Lease known, Map<String, Object> spec) throws ApiException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("metadata", Map.of("resourceVersion", known.resourceVersion()));
    body.put("spec", spec);
    see(Lease.read(cluster.patch(ref, Patch.merge(body))));
  }

  private void see(Lease lease) {
    if (!lease.saysTheSameAs(seen)) {
      seenAt = nanoTime.getAsLong();
    }
    seen = lease;
  }
}
