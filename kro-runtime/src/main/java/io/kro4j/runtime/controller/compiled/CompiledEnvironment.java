package io.kro4j.runtime.controller.compiled;

import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.crd.AwaitedKinds;
import io.kro4j.runtime.crd.CrdPlan;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.status.EventSink;
import io.kro4j.runtime.watch.Subscription;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

/** What passes over compiled graphs work with. */
record CompiledEnvironment(
    Cluster cluster,
    CrdWatch crds,
    AwaitedKinds<String> awaited,
    CrdPlan.LiveGroups groups,
    Subscription graphs,
    GraphRegistry registry,
    BiConsumer<String, ObjectKey> queue,
    EventSink events,
    InstantSource clock,
    Duration recheck) {

  /** The time as statuses have it. */
  String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
