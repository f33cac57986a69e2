package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.apply.Deletion;
import io.kro4j.runtime.apply.Members;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.watch.Subscription;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What passes over instances work with; the same for all kinds. */
record InstanceEnvironment(
    Cluster cluster,
    Routes routes,
    InstanceSettings settings,
    InstantSource clock,
    LongSupplier nanoTime,
    TransitionListener transitions,
    NodeObserver nodes) {

  /** The same for one kind, whose graph may say how it is reconciled. */
  InstanceEnvironment with(ControllerSettings kind) {
    return new InstanceEnvironment(
        cluster, routes, settings.with(kind), clock, nanoTime, transitions, nodes);
  }

  StatusWriter statusWriter() {
    return new StatusWriter(cluster, clock, transitions);
  }

  Deletion deletion() {
    return new Deletion(cluster);
  }

  Members members(Function<GroupKind, Optional<Subscription>> watched) {
    return new Members(cluster, watched);
  }
}
