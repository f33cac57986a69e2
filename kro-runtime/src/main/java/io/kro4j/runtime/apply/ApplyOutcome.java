package io.kro4j.runtime.apply;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.ObjectRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of applying one object. */
public sealed interface ApplyOutcome {
  /** The object in the cluster, if it is there and belongs to the instance; null otherwise. */
  default @Nullable Map<String, Object> live() {
    return null;
  }

  /** What stood in the way, as a sentence without a final full stop. */
  default Optional<String> problem() {
    return Optional.empty();
  }

  /**
   * The object is as desired.
   *
   * @param live the object in the cluster; of one that needed no request the fields that the graph
   *     reads
   * @param requested whether a request was sent
   */
  record Applied(Map<String, Object> live, boolean requested) implements ApplyOutcome {}

  /**
   * Somebody else changes the object back, or deletes it, whenever it is applied; it is left alone
   * for a while, or was just applied once more.
   *
   * @param object the name of the object
   * @param found the fields of the object that the graph reads; empty if it is not there
   * @param remaining when to look at it again
   */
  record Contested(ObjectRef object, Optional<Map<String, Object>> found, Duration remaining)
      implements ApplyOutcome {
    @Override
    public @Nullable Map<String, Object> live() {
      return found.orElse(null);
    }

    @Override
    public Optional<String> problem() {
      return found.isPresent()
          ? Optional.empty()
          : Optional.of("somebody deletes the object whenever it is made; it is made again later");
    }
  }

  /**
   * The object is being deleted; it can be applied once it is gone.
   *
   * @param live the object in the cluster
   */
  record Terminating(Map<String, Object> live) implements ApplyOutcome {}

  /**
   * The object belongs to another instance and was not touched.
   *
   * @param why whose it is, as a sentence without a final full stop
   */
  record Foreign(String why) implements ApplyOutcome {
    @Override
    public Optional<String> problem() {
      return Optional.of(why);
    }
  }

  /**
   * It was not tried: another node makes the same object, or nothing is known of its type.
   *
   * @param message why, as a sentence without a final full stop
   */
  record Barred(String message) implements ApplyOutcome {
    @Override
    public Optional<String> problem() {
      return Optional.of(message);
    }
  }

  /**
   * The API server did not take it.
   *
   * @param cause why
   */
  record Refused(ApiException cause) implements ApplyOutcome {
    @Override
    public Optional<String> problem() {
      return Optional.ofNullable(cause.getMessage());
    }
  }
}
