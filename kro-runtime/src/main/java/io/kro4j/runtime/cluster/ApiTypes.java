package io.kro4j.runtime.cluster;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import java.util.Collection;
import java.util.Optional;

/**
 * The types that the API server serves, by discovery.
 *
 * <p>They are remembered; what is not among them is asked for again, at most once in a short while,
 * so that a type just defined may take that long to be found. Calls may block for a request. Safe
 * for concurrent use.
 */
public interface ApiTypes {

  /**
   * The type of that name.
   *
   * @return empty if it is not served
   * @throws ApiException if discovery fails
   */
  Optional<ApiType> find(GroupVersionKind gvk) throws ApiException;

  /**
   * The type of that group and kind, in the version that the API server prefers.
   *
   * @param group the group, empty for the core group
   * @param kind the kind
   * @return empty if no version of it is served
   * @throws ApiException if discovery fails
   */
  Optional<ApiType> find(String group, String kind) throws ApiException;

  /**
   * The names of all types, as last asked for.
   *
   * @throws ApiException if they were never asked for, and discovery fails
   */
  Collection<GroupVersionKind> all() throws ApiException;

  /**
   * Asks again now, which costs little if nothing changed.
   *
   * @throws ApiException if discovery fails; what was known stays known
   */
  void refresh() throws ApiException;
}
