package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ApiTypes;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.FieldManager;
import io.kro4j.runtime.cluster.ListQuery;
import io.kro4j.runtime.cluster.ObjectList;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.cluster.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cluster that answers some requests as an API server in trouble does. */
final class FaultyCluster implements Cluster {
  private final Cluster cluster;
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<Runnable> watches = new CopyOnWriteArrayList<>();

  FaultyCluster(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Decides about a request; what it returns is the answer, and null lets the request through. */
  interface Fault {
    /**
     * Whether a request fails.
     *
     * @param verb such as {@code apply}
     * @param target the resource, followed by the name of the object if there is one
     */
    @Nullable ApiException of(String verb, String target);
  }

  /** From now on. */
  void add(Fault fault) {
    faults.add(fault);
  }

  /** The API server is well again. */
  void heal() {
    faults.clear();
  }

  /** Ends all watches, with this failure or in peace. */
  void endWatches() {
    watches.forEach(Runnable::run);
    watches.clear();
  }

  @Override
  public CompletableFuture<Map<String, Object>> applyAsync(
      ObjectRef ref, Map<String, Object> object, FieldManager manager) {
    return unlessFaulty("apply", target(ref), () -> cluster.applyAsync(ref, object, manager));
  }

  @Override
  public CompletableFuture<Map<String, Object>> applyStatusAsync(
      ObjectRef ref, Map<String, Object> object, FieldManager manager) {
    return unlessFaulty(
        "applyStatus", target(ref), () -> cluster.applyStatusAsync(ref, object, manager));
  }

  @Override
  public CompletableFuture<Map<String, Object>> patchAsync(ObjectRef ref, Patch patch) {
    String verb = patch.ofStatus() ? "patchStatus" : "patch";
    return unlessFaulty(verb, target(ref), () -> cluster.patchAsync(ref, patch));
  }

  @Override
  public CompletableFuture<Map<String, Object>> createAsync(
      ApiType type, @Nullable String namespace, Map<String, Object> object) {
    return unlessFaulty(
        "create", type.plural(), () -> cluster.createAsync(type, namespace, object));
  }

  @Override
  public CompletableFuture<Optional<Map<String, Object>>> deleteAsync(ObjectRef ref, String uid) {
    return unlessFaulty("delete", target(ref), () -> cluster.deleteAsync(ref, uid));
  }

  @Override
  public CompletableFuture<Optional<Map<String, Object>>> getAsync(ObjectRef ref) {
    return unlessFaulty("get", target(ref), () -> cluster.getAsync(ref));
  }

  @Override
  public CompletableFuture<ObjectList> listAsync(ListQuery query) {
    return unlessFaulty("list", query.type().plural(), () -> cluster.listAsync(query));
  }

  @Override
  public CompletableFuture<String> listEachAsync(
      ListQuery query, Consumer<Map<String, Object>> each) {
    return unlessFaulty("list", query.type().plural(), () -> cluster.listEachAsync(query, each));
  }

  @Override
  public Watch watch(ListQuery query, String resourceVersion, Watch.Consumer consumer) {
    ApiException failure = fault("watch", query.type().plural());
    if (failure != null) {
      CompletableFuture.runAsync(() -> consumer.ended(failure));
      return () -> {};
    }
    Watch watch = cluster.watch(query, resourceVersion, consumer);
    watches.add(
        () -> {
          watch.close();
          consumer.ended(
              new ApiException(ApiException.Kind.UNREACHABLE, 0, "", "connection reset", null));
        });
    return watch;
  }

  @Override
  public CompletableFuture<Map<String, Object>> documentAsync(String path) {
    return unlessFaulty("get", path, () -> cluster.documentAsync(path));
  }

  @Override
  public ApiTypes types() {
    return cluster.types();
  }

  private static String target(ObjectRef ref) {
    return ref.type().plural() + " " + ref.name();
  }

  private <T> CompletableFuture<T> unlessFaulty(
      String verb, String target, Supplier<CompletableFuture<T>> request) {
    ApiException failure = fault(verb, target);
    return failure == null ? request.get() : CompletableFuture.failedFuture(failure);
  }

  private @Nullable ApiException fault(String verb, String target) {
    for (Fault fault : faults) {
      ApiException failure = fault.of(verb, target);
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }
}
