package io.kro4j.compiler.gitops;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;

/**
 * A kind whose health the tools are to know.
 *
 * @param gvk group, version and kind
 * @param namespaced whether its objects are in namespaces
 * @param health the rule that its status follows
 */
record GeneratedKind(GroupVersionKind gvk, boolean namespaced, HealthRule health)
    implements Comparable<GeneratedKind> {
  /** The kind of the instances of a graph. */
  static GeneratedKind of(ApiType type) {
    return new GeneratedKind(type.gvk(), type.scope() == Scope.NAMESPACED, HealthRule.INSTANCE);
  }

  @Override
  public int compareTo(GeneratedKind other) {
    return gvk.compareTo(other.gvk);
  }
}
