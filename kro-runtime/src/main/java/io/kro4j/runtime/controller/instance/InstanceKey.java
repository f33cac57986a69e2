package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.controller.ObjectKey;

/**
 * Names an instance.
 *
 * @param kind its kind
 * @param object its namespace and name
 */
record InstanceKey(GroupKind kind, ObjectKey object) {
  /** The lane of the queue in which instances of the kind stand. */
  String lane() {
    return lane(kind);
  }

  /** The lane of the queue in which instances of a kind stand. */
  static String lane(GroupKind kind) {
    return kind.text();
  }

  @Override
  public String toString() {
    return kind.text() + " " + object;
  }
}
