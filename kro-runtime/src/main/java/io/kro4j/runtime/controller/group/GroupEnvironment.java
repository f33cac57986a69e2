package io.kro4j.runtime.controller.group;

import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.crd.AwaitedKinds;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.CrdWriter;
import io.kro4j.runtime.crd.GitKinds;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.status.EventSink;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** What passes over groups and revisions work with. */
record GroupEnvironment(
    Cluster cluster,
    CrdWatch crds,
    CrdWriter crdWriter,
    AwaitedKinds<Waiter> awaited,
    GitKinds gitKinds,
    GroupWorld world,
    DefinitionCompiler compiler,
    GraphRegistry registry,
    Waking waking,
    GroupSettings settings,
    EventSink events,
    GroupObserver observer,
    InstantSource clock,
    LongSupplier nanoTime) {

  /** Wakes an object of a lane of the queue. */
  @FunctionalInterface
  interface Waking {
    /** The object is looked at again, soon. */
    void wake(Waiter waiter);
  }

  /** The time as statuses have it. */
  String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
