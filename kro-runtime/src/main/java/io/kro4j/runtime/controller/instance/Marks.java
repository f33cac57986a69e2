package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.instance.InstanceMetadata;
import io.kro4j.compiler.instance.Suspension;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.watch.CachedObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of an instance, its status apart, a pass goes by. Our own writes of an instance are told to
 * nobody, but the API server may answer with what a user changed a moment before; then the pass was
 * overtaken, and another one is due.
 *
 * @param generation stands for the spec
 * @param deletion when it was to be deleted; null if it is not
 */
record Marks(
    @Nullable Object generation,
    @Nullable Object deletion,
    Map<String, Object> labels,
    Map<String, Object> annotations,
    List<Object> finalizers) {

  static Marks of(Map<String, Object> instance) {
    Map<String, Object> metadata = PlainJson.object(instance.get("metadata"));
    return new Marks(
        metadata.get("generation"),
        metadata.get("deletionTimestamp"),
        PlainJson.object(metadata.get("labels")),
        PlainJson.object(metadata.get("annotations")),
        PlainJson.list(metadata.get("finalizers")));
  }

  /** The same without what we write ourselves. */
  Marks ofOthers() {
    return new Marks(
        generation,
        deletion,
        ofOthers(labels),
        ofOthers(annotations),
        finalizers.stream().filter(each -> !InstanceMetadata.FINALIZER.equals(each)).toList());
  }

  /** Whether the instance is still like that, as far as is known; one that is gone is told of. */
  boolean hold(KindWatches watches, InstanceKey key) {
    Optional<CachedObject> now =
        watches.instances().cache().get(key.object().namespace(), key.object().name());
    return now.isEmpty() || of(now.get().json()).equals(this);
  }

  private static Map<String, Object> ofOthers(Map<String, Object> marks) {
    Map<String, Object> others = new HashMap<>(marks);
    others.keySet().removeIf(Marks::isOurs);
    return others;
  }

  private static boolean isOurs(String key) {
    boolean inOurPrefix =
        key.startsWith("kro.run/")
            || key.startsWith("internal.kro.run/")
            || key.startsWith("applyset.kubernetes.io/");
    return inOurPrefix && !key.equals(Suspension.ANNOTATION);
  }
}
