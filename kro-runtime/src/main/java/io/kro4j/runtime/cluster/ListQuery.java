package io.kro4j.runtime.cluster;

import io.kro4j.compiler.graph.ApiType;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are listed or watched.
 *
 * @param type their type
 * @param namespace their namespace, or null for all of the cluster
 * @param labelSelector what their labels must be, as the API server reads selectors; null for any
 */
public record ListQuery(ApiType type, @Nullable String namespace, @Nullable String labelSelector) {

  /** All objects of a type. */
  public static ListQuery of(ApiType type) {
    return new ListQuery(type, null, null);
  }

  /** The same, only in one namespace. */
  public ListQuery in(String onlyNamespace) {
    return new ListQuery(type, onlyNamespace, labelSelector);
  }

  /** The same, only with these labels, for example {@code kro.run/owned=true}. */
  public ListQuery labelled(String selector) {
    return new ListQuery(type, namespace, selector);
  }
}
