package io.kro4j.runtime.watch;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.ListQuery;
import io.kro4j.runtime.cluster.Watch;
import io.kro4j.runtime.cluster.WatchEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the objects of a query: lists them, watches from there, goes on where a watch ended,
 * lists again when that is too long ago, and tries again for ever when something fails.
 *
 * <p>Each list begins a new round; what an earlier round still gets is dropped. Nothing of this
 * class blocks or has a thread; all happens in threads of the HTTP client. The follower's monitor
 * guards it, since both call each other.
 */
final class Reflector implements AutoCloseable {
  /** After so many watches that failed in a row, a list tells how things stand. */
  private static final int WATCHES_BEFORE_LIST = 3;

  /**
   * An API server serves a new schema within a second, unless it is busy, and ends the watches that
   * have the old one. It may do so between a list and the watch after it, and then nothing tells
   * that the list is old: so there are more than one, ever later.
   */
  static final List<Duration> NEW_SCHEMA =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

  /** A watch that ends earlier than this did not work, whatever it says. */
  private static final long SHORT = TimeUnit.SECONDS.toNanos(1);

  private static final Logger LOG = LoggerFactory.getLogger(Reflector.class);

  private final Cluster cluster;
  private final ListQuery query;
  private final Follower follower;
  private final RetryDelay retryDelay =
      new RetryDelay(() -> ThreadLocalRandom.current().nextDouble());
  private int round;
  private int schema;
  private boolean isClosed;
  private boolean isOutdated;
  private @Nullable Watch watch;

  Reflector(Cluster cluster, ListQuery query, Follower follower) {
    this.cluster = cluster;
    this.query = query;
    this.follower = follower;
  }

  /** Who is told. Calls come one after the other. */
  interface Follower {
    /** A list begins, for the first time or anew. */
    void listBegins();

    /** An object of the list. */
    void listed(Map<String, Object> object);

    /** The list is complete. */
    void listEnds(String resourceVersion);

    /** The watch after the list began, or began again. */
    void follows();

    /** Something happened; bookmarks too. */
    void happened(WatchEvent event);

    /** The type is not served; a list is tried again later. */
    void absent();

    /** Something failed and is tried again later. */
    void failed(ApiException failure);
  }

  /** Lists, and then watches; does so anew if it did already. */
  void list() {
    synchronized (follower) {
      if (!isClosed) {
        closeWatch();
        follower.listBegins();
        list(++round);
      }
    }
  }

  /** The same, and what failed before does not count: there is hope. */
  void listHopefully() {
    synchronized (follower) {
      retryDelay.succeeded();
      list();
    }
  }

  /**
   * The schema of the type changes, and with it what objects hold that nobody writes: defaults. No
   * watch tells of that. The API server may serve the new schema already, or ends this watch when
   * it does.
   *
   * @param after when to list anew, see {@link #NEW_SCHEMA}
   */
  void listForNewSchema(List<Duration> after) {
    synchronized (follower) {
      isOutdated = true;
      int own = ++schema;
      for (int i = 0; i < after.size(); i++) {
        boolean isLast = i == after.size() - 1;
        schedule(after.get(i), () -> listForSchema(own, isLast));
      }
    }
  }

  private void listForSchema(int own, boolean isLast) {
    synchronized (follower) {
      if (own == schema) {
        isOutdated = !isLast;
        inRound(round, this::list);
      }
    }
  }

  @Override
  public void close() {
    synchronized (follower) {
      isClosed = true;
      round++;
      closeWatch();
    }
  }

  private void list(int own) {
    var unused =
        cluster
            .listEachAsync(query, object -> inRound(own, () -> follower.listed(object)))
            .whenComplete(
                (version, failure) ->
                    inRound(own, () -> listed(version, failure == null ? null : known(failure))));
  }

  private void listed(@Nullable String version, @Nullable ApiException failure) {
    if (failure == null && version != null) {
      retryDelay.succeeded();
      int own = round;
      follower.listEnds(version);
      inRound(own, () -> watch(version));
      return;
    }
    ApiException known = failure == null ? noVersion() : failure;
    if (known.kind() == ApiException.Kind.NOT_SERVED) {
      follower.absent();
      wait(retryDelay.absent(), this::list);
    } else {
      follower.failed(known);
      later(known, this::list);
    }
  }

  private void watch(String version) {
    Watching watching = new Watching(++round, version);
    watch = cluster.watch(query, version, watching);
  }

  private void ended(Watching ended, @Nullable ApiException failure) {
    boolean wasShort = System.nanoTime() - ended.begin < SHORT;
    if (isOutdated) {
      wait(retryDelay.failed(), this::list);
    } else if (failure == null && !wasShort) {
      watch(ended.version);
    } else if (failure == null) {
      wait(retryDelay.failed(), () -> watch(ended.version));
    } else if (failure.kind() == ApiException.Kind.GONE
        || failure.kind() == ApiException.Kind.NOT_SERVED
        || retryDelay.failures() >= WATCHES_BEFORE_LIST) {
      wait(retryDelay.failed(), this::list);
    } else {
      follower.failed(failure);
      later(failure, () -> watch(ended.version));
    }
  }

  private void later(ApiException failure, Runnable step) {
    Duration wait = retryDelay.failed();
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    wait(asked.compareTo(wait) > 0 ? asked : wait, step);
  }

  private void wait(Duration duration, Runnable step) {
    int own = round;
    schedule(duration, () -> inRound(own, step));
  }

  private static void schedule(Duration duration, Runnable step) {
    CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS).execute(step);
  }

  private void inRound(int own, Runnable step) {
    synchronized (follower) {
      if (own == round && !isClosed) {
        try {
          step.run();
        } catch (RuntimeException | Error bug) {
          // Nobody else would go on, and the objects would never be heard of again.
          LOG.error("a watch failed for a reason of its own", bug);
          round++;
          closeWatch();
          wait(retryDelay.failed(), this::list);
        }
      }
    }
  }

  private void closeWatch() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /** An object that we cannot read must not end the watch for ever. */
  private static ApiException known(Throwable failure) {
    try {
      return ApiException.of(failure);
    } catch (IllegalStateException bug) {
      LOG.error("a list cannot be read", bug);
      return new ApiException(
          ApiException.Kind.SERVER, 200, "", "a list cannot be read: " + bug.getCause(), null);
    }
  }

  private static ApiException noVersion() {
    return new ApiException(
        ApiException.Kind.SERVER, 200, "", "a list without resourceVersion", null);
  }

  /** One watch of one round. */
  private final class Watching implements Watch.Consumer {
    private final int own;
    private final long begin = System.nanoTime();
    private String version;

    Watching(int own, String version) {
      this.own = own;
      this.version = version;
    }

    @Override
    public void began() {
      inRound(own, follower::follows);
    }

    @Override
    public void happened(WatchEvent event) {
      inRound(
          own,
          () -> {
            retryDelay.succeeded();
            version =
                PlainJson.text(PlainJson.at(event.object(), "metadata", "resourceVersion"))
                    .orElse(version);
            follower.happened(event);
          });
    }

    @Override
    public void ended(@Nullable ApiException failure) {
      inRound(own, () -> Reflector.this.ended(this, failure));
    }
  }
}
