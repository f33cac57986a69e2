package io.kro4j.runtime.apply;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.runtime.apply.AppliedObjects.Applied;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.FieldManager;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.PlainJson;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.OwnedFields;
import io.kro4j.runtime.watch.Subscription;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Applies the objects of instances, and sends no request for one that is as desired already: one
 * that was applied with the same content and whose fields of ours are as they were right after, or,
 * when nothing is remembered of it, one whose fields of ours are exactly those desired.
 *
 * <p>An object that is part of another ApplySet is left alone. One that is part of none is adopted,
 * as upstream does. Safe for concurrent use.
 */
public final class ChildApplier {
  /** The field manager of everything that instances own; upstream's. */
  public static final FieldManager MANAGER = FieldManager.of("kro.run/applyset");

  private final Cluster cluster;

  /** An applier. */
  public ChildApplier(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Applies an object.
   *
   * @param ref the name of the object
   * @param desired the object with the metadata of its instance, {@code part-of} label included
   * @param objects what is known of objects of its type
   * @param memory what was applied for the instance; takes note of this
   * @return never fails: whatever the API server says is an outcome
   */
  public CompletableFuture<ApplyOutcome> apply(
      ObjectRef ref, Map<String, Object> desired, Subscription objects, AppliedObjects memory) {
    String digest = Digest.ofJson(desired).text();
    Optional<CachedObject> cached = objects.cache().get(ref.namespace(), ref.name());
    if (cached.isPresent()) {
      CachedObject live = cached.get();
      Map<String, Object> json = live.json();
      ObjectOwner owner = ObjectOwner.of(json);
      if (!owner.applySet().isEmpty() && !owner.applySet().equals(applySet(desired))) {
        return done(new ApplyOutcome.Foreign(owner));
      }
      if (live.isDeleting()) {
        return done(new ApplyOutcome.Terminating(json));
      }
      if (isAsDesired(live, desired, digest, memory.get(ref))) {
        memory.put(ref, new Applied(digest, live.uid(), live.owned()));
        return done(new ApplyOutcome.Applied(json, false));
      }
    }
    return objects
        .write(ref, () -> cluster.applyAsync(ref, desired, MANAGER))
        .thenApply(live -> applied(ref, live, digest, memory))
        .exceptionally(failure -> new ApplyOutcome.Refused(ApiException.of(failure)));
  }

  private static ApplyOutcome applied(
      ObjectRef ref, Map<String, Object> live, String digest, AppliedObjects memory) {
    String uid = PlainJson.text(PlainJson.at(live, "metadata", "uid")).orElse("");
    memory.put(ref, new Applied(digest, uid, OwnedFields.of(live, MANAGER.name())));
    return PlainJson.at(live, "metadata", "deletionTimestamp") == null
        ? new ApplyOutcome.Applied(live, true)
        : new ApplyOutcome.Terminating(live);
  }

  private static boolean isAsDesired(
      CachedObject live, Map<String, Object> desired, String digest, Optional<Applied> before) {
    return before.isPresent()
        ? before.get().equals(new Applied(digest, live.uid(), live.owned()))
        : live.owned().sameAs(desired);
  }

  private static String applySet(Map<String, Object> desired) {
    return PlainJson.text(PlainJson.at(desired, "metadata", "labels", KroMetadata.PART_OF))
        .orElse("");
  }

  private static CompletableFuture<ApplyOutcome> done(ApplyOutcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }
}
