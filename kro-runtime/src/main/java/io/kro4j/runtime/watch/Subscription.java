package io.kro4j.runtime.watch;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A subscriber's hold on a watch that it may share with others. Safe for concurrent use. */
public interface Subscription extends AutoCloseable {

  /** How things stand with the watch. */
  enum Health {
    /** The first list is not complete yet. */
    STARTING,
    /** The cache follows the cluster. */
    FOLLOWING,
    /** Requests fail and are tried again; the cache is as it was when that began. */
    FAILING,
    /** The type is not served; the cache is empty. If the type comes, the objects come too. */
    ABSENT
  }

  /** The objects. What other subscribers want to see of them may be there too. */
  ObjectCache cache();

  /**
   * Is complete once all objects are in the cache and the listener heard of each, or the type is
   * known to be absent. Never fails.
   */
  CompletableFuture<Void> synced();

  /** How things stand. */
  Health health();

  /** Why requests fail, while they do. */
  Optional<ApiException> failure();

  /**
   * Writes an object of the subscription, so that the write does not wake its own writer.
   *
   * <p>The answer is in the cache before the returned future is complete, and others who subscribed
   * are told. The watch event of the write changes nothing, whether it comes before the answer or
   * after it. What others change is told as ever; while the write is under way, it waits for the
   * answer.
   *
   * @param ref the object
   * @param request sends the write and gives the whole object as the API server returns it
   * @return what {@code request} gave
   */
  CompletableFuture<Map<String, Object>> write(
      ObjectRef ref, Supplier<CompletableFuture<Map<String, Object>>> request);

  /**
   * Tells of an object as the API server returned it, so that it is in the cache at once; other
   * subscribers are told now. The watch event of the same version, and older ones, then change
   * nothing. An object older than what is known is ignored, as is one that was deleted since.
   *
   * @param live the whole object as the API server returned it
   */
  void offer(Map<String, Object> live);

  /**
   * Looks again at once for a type that is absent, since it is said to have come. Does nothing if
   * it is not absent.
   */
  void lookAgain();

  /** Gives the subscription up: its listener is not called any more, its cache may be empty. */
  @Override
  void close();
}
