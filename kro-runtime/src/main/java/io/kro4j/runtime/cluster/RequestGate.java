package io.kro4j.runtime.cluster;

import io.kro4j.runtime.cluster.ClusterSettings.RateLimit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests through in the order in which they come: only so many at a time, since each has a
 * connection of its own, and not faster than a rate. Nobody waits in a thread.
 */
final class RequestGate {
  private final int places;
  private final TokenBucket bucket;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int inside;
  private boolean awaitsToken;

  RequestGate(int places, RateLimit limit) {
    this.places = places;
    this.bucket = new TokenBucket(limit, System::nanoTime);
  }

  /**
   * Sends a request when it is its turn.
   *
   * @param request sends it; its future ends when the place is free again
   */
  <T> CompletableFuture<T> pass(Supplier<CompletableFuture<T>> request) {
    CompletableFuture<T> result = new CompletableFuture<>();
    synchronized (this) {
      waiting.add(() -> send(request, result));
    }
    admit();
    return result;
  }

  private <T> void send(Supplier<CompletableFuture<T>> request, CompletableFuture<T> result) {
    CompletableFuture<T> sent;
    try {
      sent = request.get();
    } catch (RuntimeException e) {
      sent = CompletableFuture.failedFuture(e);
    }
    var unused =
        sent.whenComplete(
            (answer, failure) -> {
              leave();
              if (failure == null) {
                result.complete(answer);
              } else {
                result.completeExceptionally(failure);
              }
            });
  }

  private void leave() {
    synchronized (this) {
      inside--;
    }
    admit();
  }

  private void admit() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    if (awaitsToken || inside >= places || waiting.isEmpty()) {
      return null;
    }
    Duration wait = bucket.take();
    if (!wait.isZero()) {
      awaitsToken = true;
      Executor later = CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS);
      later.execute(this::tokenIsThere);
      return null;
    }
    inside++;
    return waiting.remove();
  }

  private void tokenIsThere() {
    synchronized (this) {
      awaitsToken = false;
    }
    admit();
  }
}
