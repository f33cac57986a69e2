package io.kro4j.compiler.graph;

import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;

/**
 * A type as requests to the API server need it.
 *
 * @param gvk its name
 * @param plural the resource name in URLs
 * @param scope where its objects live
 */
public record ApiType(GroupVersionKind gvk, String plural, Scope scope) {
  /** The name of the CRD that would define the type: {@code plural.group}. */
  public String crdName() {
    return plural + "." + gvk.group();
  }
}
