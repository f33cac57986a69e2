package io.kro4j.runtime.crd;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.watch.Attention;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.FieldPath;
import io.kro4j.runtime.watch.Interest;
import io.kro4j.runtime.watch.Projection;
import io.kro4j.runtime.watch.Selection;
import io.kro4j.runtime.watch.SharedWatches;
import io.kro4j.runtime.watch.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The CRDs of the cluster, without their schemas, and who is told of them. One watch for the whole
 * process. Safe for concurrent use.
 */
public final class CrdWatch implements AutoCloseable {
  /** The type of CRDs. */
  public static final ApiType TYPE =
      new ApiType(
          new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition"),
          "customresourcedefinitions",
          Scope.CLUSTER);

  private static final List<FieldPath> KEPT =
      List.of(
          FieldPath.of("spec", "group"),
          FieldPath.of("spec", "names"),
          FieldPath.of("spec", "scope"),
          FieldPath.of("spec", "versions", GraphExpression.EVERY, "name"),
          FieldPath.of("spec", "versions", GraphExpression.EVERY, "served"),
          FieldPath.of("spec", "versions", GraphExpression.EVERY, "storage"),
          FieldPath.of("status", "conditions"),
          FieldPath.of("status", "acceptedNames"));

  /** The generation stands for the parts of the spec that are not kept. */
  private static final List<FieldPath> NOTICED =
      List.of(
          FieldPath.of("metadata", "generation"),
          FieldPath.of("status", "conditions"),
          FieldPath.of("status", "acceptedNames"));

  private final Map<GroupKind, String> names = new ConcurrentHashMap<>();
  private final List<CrdListener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean removed = new AtomicBoolean();
  private final Subscription subscription;

  /** Watches from now on. */
  public CrdWatch(SharedWatches watches) {
    subscription =
        watches.subscribe(
            new Interest(
                TYPE, Selection.ALL, Projection.of(KEPT), Attention.to(NOTICED).andMarks()),
            this::changed);
  }

  /** The name of a CRD's object. */
  public static ObjectRef ref(String name) {
    return new ObjectRef(TYPE, null, name);
  }

  /** Tells a listener of all changes from now on. */
  public void listen(CrdListener listener) {
    listeners.add(listener);
  }

  /** Is complete once all CRDs are known. */
  public CompletableFuture<Void> synced() {
    return subscription.synced();
  }

  /** The CRD of a name, without its schemas. */
  public Optional<LiveCrd> find(String name) {
    return subscription.cache().get(null, name).map(object -> new LiveCrd(object.json()));
  }

  /** The CRD of a kind, without its schemas. */
  public Optional<LiveCrd> find(GroupKind kind) {
    return Optional.ofNullable(names.get(kind)).flatMap(this::find);
  }

  /** All CRDs, without their schemas. */
  public List<LiveCrd> all() {
    return subscription.cache().all().stream().map(object -> new LiveCrd(object.json())).toList();
  }

  /** What a write returned is known at once; listeners are not told. */
  public void offer(Map<String, Object> crd) {
    learn(new LiveCrd(crd));
    subscription.offer(crd);
  }

  /** Whether a CRD was removed since this was asked the last time. */
  boolean takeRemoved() {
    return removed.getAndSet(false);
  }

  @Override
  public void close() {
    subscription.close();
  }

  /** Of several CRDs of a kind the API server serves one. */
  private void learn(LiveCrd crd) {
    if (crd.isEstablished()) {
      names.put(crd.kind(), crd.name());
    } else {
      names.putIfAbsent(crd.kind(), crd.name());
    }
  }

  private void changed(@Nullable CachedObject before, @Nullable CachedObject after) {
    if (after != null) {
      LiveCrd crd = new LiveCrd(after.json());
      learn(crd);
      listeners.forEach(listener -> listener.changed(crd, false));
    } else if (before != null) {
      LiveCrd crd = new LiveCrd(before.json());
      names.remove(crd.kind(), crd.name());
      removed.set(true);
      listeners.forEach(listener -> listener.changed(crd, true));
    }
  }
}
