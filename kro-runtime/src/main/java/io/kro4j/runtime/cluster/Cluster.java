package io.kro4j.runtime.cluster;

import io.kro4j.compiler.graph.ApiType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The API server of a cluster.
 *
 * <p>Each method whose name ends in {@code Async} returns at once; its future fails with an {@link
 * ApiException}, possibly inside a {@link java.util.concurrent.CompletionException}. Its twin
 * without that ending waits. Objects that come back belong to the caller, who may change them.
 * Nothing is retried. Safe for concurrent use.
 */
public interface Cluster {

  /**
   * Server-side apply.
   *
   * @param ref the object's name
   * @param object the fields that the manager wants, with {@code apiVersion}, {@code kind} and
   *     {@code metadata.name}; with {@code metadata.uid} nothing is created in place of a lost
   *     object
   * @param manager who applies
   * @return the object as it is now
   */
  CompletableFuture<Map<String, Object>> applyAsync(
      ObjectRef ref, Map<String, Object> object, FieldManager manager);

  /** The same for the subresource {@code status}; the object must exist. */
  CompletableFuture<Map<String, Object>> applyStatusAsync(
      ObjectRef ref, Map<String, Object> object, FieldManager manager);

  /** Changes an object, and returns it as it is now. */
  CompletableFuture<Map<String, Object>> patchAsync(ObjectRef ref, Patch patch);

  /**
   * Creates an object; one of that name is a {@link ApiException.Kind#CONFLICT}.
   *
   * @param type its type
   * @param namespace where; null exactly if the type is one of the whole cluster
   * @param object the object; {@code metadata.generateName} may stand for a name
   * @return the object as it is now
   */
  CompletableFuture<Map<String, Object>> createAsync(
      ApiType type, @Nullable String namespace, Map<String, Object> object);

  /**
   * Deletes an object in the background: what it owns goes after it.
   *
   * @param ref its name
   * @param uid its uid; an object of that name with another one is a {@link
   *     ApiException.Kind#CONFLICT}
   * @return the object, if finalizers still hold it; empty if it is gone, or was already
   */
  CompletableFuture<Optional<Map<String, Object>>> deleteAsync(ObjectRef ref, String uid);

  /** The object, or empty if there is none. */
  CompletableFuture<Optional<Map<String, Object>>> getAsync(ObjectRef ref);

  /** The objects of a query, got in pages. */
  CompletableFuture<ObjectList> listAsync(ListQuery query);

  /**
   * The objects of a query one by one, so that not all are in memory at once.
   *
   * @param query which
   * @param each gets each object, one after the other
   * @return the resourceVersion of the list; {@link ApiException.Kind#GONE} if it took so long that
   *     the API server forgot its beginning
   */
  CompletableFuture<String> listEachAsync(ListQuery query, Consumer<Map<String, Object>> each);

  /**
   * Watches the objects of a query.
   *
   * @param query which
   * @param resourceVersion what is known already, from a list or from an earlier event
   * @param consumer who is told, also of a watch that cannot begin
   */
  Watch watch(ListQuery query, String resourceVersion, Watch.Consumer consumer);

  /**
   * A document of the API server, as JSON.
   *
   * @param path path and query, such as {@code /openapi/v3}
   */
  CompletableFuture<Map<String, Object>> documentAsync(String path);

  /** The types that are served. */
  ApiTypes types();

  /** {@link #applyAsync}, waited for. */
  default Map<String, Object> apply(ObjectRef ref, Map<String, Object> object, FieldManager manager)
      throws ApiException {
    return await(applyAsync(ref, object, manager));
  }

  /** {@link #applyStatusAsync}, waited for. */
  default Map<String, Object> applyStatus(
      ObjectRef ref, Map<String, Object> object, FieldManager manager) throws ApiException {
    return await(applyStatusAsync(ref, object, manager));
  }

  /** {@link #patchAsync}, waited for. */
  default Map<String, Object> patch(ObjectRef ref, Patch patch) throws ApiException {
    return await(patchAsync(ref, patch));
  }

  /** {@link #createAsync}, waited for. */
  default Map<String, Object> create(
      ApiType type, @Nullable String namespace, Map<String, Object> object) throws ApiException {
    return await(createAsync(type, namespace, object));
  }

  /** {@link #deleteAsync}, waited for. */
  default Optional<Map<String, Object>> delete(ObjectRef ref, String uid) throws ApiException {
    return await(deleteAsync(ref, uid));
  }

  /** {@link #getAsync}, waited for. */
  default Optional<Map<String, Object>> get(ObjectRef ref) throws ApiException {
    return await(getAsync(ref));
  }

  /** {@link #listAsync}, waited for. */
  default ObjectList list(ListQuery query) throws ApiException {
    return await(listAsync(query));
  }

  /** {@link #documentAsync}, waited for. */
  default Map<String, Object> document(String path) throws ApiException {
    return await(documentAsync(path));
  }

  /**
   * Waits for a future of this interface.
   *
   * @throws ApiException if the request failed, or the thread is interrupted; then its flag stays
   *     set
   */
  static <T> T await(CompletableFuture<T> future) throws ApiException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unreachable("interrupted while waiting for the API server", e);
    } catch (ExecutionException e) {
      throw ApiException.of(e);
    }
  }
}
