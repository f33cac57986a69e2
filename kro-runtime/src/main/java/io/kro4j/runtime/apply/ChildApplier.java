package io.kro4j.runtime.apply;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.instance.ObjectOwner;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.apply.AppliedObjects.Applied;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.FieldManager;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.OwnedFields;
import io.kro4j.runtime.watch.Subscription;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the objects of instances, and sends no request for one that is as desired already: one
 * that was applied with the same content and whose fields of ours are as they were right after, or,
 * when nothing is remembered of it, one whose fields of ours are exactly those desired.
 *
 * <p>An object that somebody else changes back again and again is applied less and less often.
 *
 * <p>An object that is part of another ApplySet is left alone. One that is part of none is adopted,
 * as upstream does. Safe for concurrent use.
 */
public final class ChildApplier {
  /** The field manager of everything that instances own; upstream's. */
  public static final FieldManager MANAGER = FieldManager.of("kro.run/applyset");

  private static final Logger LOG = LoggerFactory.getLogger(ChildApplier.class);

  private final Cluster cluster;
  private final LongSupplier nanoTime;

  /**
   * An applier.
   *
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  public ChildApplier(Cluster cluster, LongSupplier nanoTime) {
    this.cluster = cluster;
    this.nanoTime = nanoTime;
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
    Optional<ApplyOutcome> settled =
        cached.flatMap(live -> withoutRequest(ref, live, desired, digest, memory));
    if (settled.isPresent()) {
      return CompletableFuture.completedFuture(settled.get());
    }
    long now = nanoTime.getAsLong();
    Optional<Contest> contested =
        memory.get(ref).filter(before -> before.desired().equals(digest)).map(Applied::contest);
    Duration remaining = contested.map(each -> each.remaining(now)).orElse(Duration.ZERO);
    if (!remaining.isZero()) {
      return CompletableFuture.completedFuture(
          new ApplyOutcome.Contested(ref, cached.map(CachedObject::json), remaining));
    }
    Contest contest = contested.map(each -> each.again(now)).orElseGet(() -> Contest.begin(now));
    warn(ref, contest);
    return objects
        .write(ref, () -> cluster.applyAsync(ref, desired, MANAGER))
        .thenApply(live -> applied(ref, live, digest, contest, memory))
        .exceptionally(failure -> new ApplyOutcome.Refused(ApiException.of(failure)));
  }

  private Optional<ApplyOutcome> withoutRequest(
      ObjectRef ref,
      CachedObject live,
      Map<String, Object> desired,
      String digest,
      AppliedObjects memory) {
    Map<String, Object> json = live.json();
    Optional<String> obstacle = ObjectOwner.obstacle(json, desired);
    if (obstacle.isPresent()) {
      return obstacle.map(ApplyOutcome.Foreign::new);
    }
    if (live.isDeleting()) {
      return Optional.of(new ApplyOutcome.Terminating(json));
    }
    Optional<Applied> before = memory.get(ref);
    if (before.isPresent() && before.get().isLike(digest, live)) {
      return Optional.of(asDesired(ref, json, false, before.get().contest()));
    }
    if (before.isEmpty() && live.owned().sameAs(desired)) {
      Contest contest = Contest.begin(nanoTime.getAsLong());
      memory.put(ref, new Applied(digest, live.uid(), live.owned(), contest));
      return Optional.of(new ApplyOutcome.Applied(json, false));
    }
    return Optional.empty();
  }

  /** Whoever always changed it back so far may be about to do so again. */
  private ApplyOutcome asDesired(
      ObjectRef ref, Map<String, Object> live, boolean requested, Contest contest) {
    long now = nanoTime.getAsLong();
    return contest.isOpen(now)
        ? new ApplyOutcome.Contested(ref, Optional.of(live), contest.untilOver(now))
        : new ApplyOutcome.Applied(live, requested);
  }

  private ApplyOutcome applied(
      ObjectRef ref,
      Map<String, Object> live,
      String digest,
      Contest contest,
      AppliedObjects memory) {
    String uid = PlainJson.text(PlainJson.at(live, "metadata", "uid")).orElse("");
    memory.put(ref, new Applied(digest, uid, OwnedFields.of(live, MANAGER.name()), contest));
    return PlainJson.at(live, "metadata", "deletionTimestamp") == null
        ? asDesired(ref, live, true, contest)
        : new ApplyOutcome.Terminating(live);
  }

  private static void warn(ObjectRef ref, Contest contest) {
    if (contest.lost() == Contest.PATIENCE) {
      LOG.atWarn()
          .addKeyValue("object", ref)
          .log("somebody changes back what is applied; it is applied less often from now on");
    }
  }
}
