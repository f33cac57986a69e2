package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.queue.Backoff;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.watch.CachedObject;
import java.util.Optional;
import java.util.Set;

/** The lanes of instances in the queue: one for each kind, and only namespaces that are served. */
final class InstanceQueue {
  private final FairQueue<String, ObjectKey> queue;
  private final Set<String> namespaces;

  /**
   * Lanes for no kind yet.
   *
   * @param namespaces the namespaces whose instances are served; empty for all
   */
  InstanceQueue(FairQueue<String, ObjectKey> queue, Set<String> namespaces) {
    this.queue = queue;
    this.namespaces = Set.copyOf(namespaces);
  }

  /** Opens the lane of a kind, or changes it. */
  void open(GroupKind kind, int workers, Optional<Backoff> backoff) {
    queue.open(InstanceKey.lane(kind), workers, backoff);
  }

  /** Adds an instance, if its namespace is served. */
  void add(GroupKind kind, CachedObject instance) {
    ObjectRef ref = instance.ref();
    add(new InstanceKey(kind, new ObjectKey(ref.namespace(), ref.name())));
  }

  /** Adds an instance, if its namespace is served. */
  void add(InstanceKey instance) {
    String namespace = instance.object().namespace();
    if (namespaces.isEmpty() || namespace == null || namespaces.contains(namespace)) {
      queue.add(instance.lane(), instance.object());
    }
  }
}
