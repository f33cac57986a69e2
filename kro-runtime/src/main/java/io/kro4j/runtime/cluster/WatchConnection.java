package io.kro4j.runtime.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.kro4j.compiler.schema.PlainJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One watch over one connection: lines of JSON, each an event. */
final class WatchConnection implements Watch {
  /**
   * How long silence is believed. An API server sends a bookmark every minute; a connection that
   * died silently sends nothing for ever.
   */
  private static final Duration SILENCE = Duration.ofSeconds(150);

  private static final int REFUSAL_LIMIT = 64 * 1024;

  private final Consumer consumer;
  private final AtomicBoolean over = new AtomicBoolean();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private volatile long heard = System.nanoTime();
  private volatile @Nullable AsyncBody body;
  private volatile boolean isRefusal;
  private volatile @Nullable CompletableFuture<Void> alarm;

  private WatchConnection(Consumer consumer) {
    this.consumer = consumer;
  }

  static Watch open(Transport transport, ApiRequest request, Consumer consumer) {
    WatchConnection watch = new WatchConnection(consumer);
    watch.checkSilence();
    var unused =
        transport.stream(request, watch::receive)
            .whenComplete((head, failure) -> watch.begin(head, failure));
    return watch;
  }

  @Override
  public void close() {
    over.set(true);
    cancel();
  }

  private void begin(@Nullable HttpResponse<AsyncBody> head, @Nullable Throwable failure) {
    if (head == null) {
      end(unreachable(failure));
      return;
    }
    isRefusal = head.code() != 200;
    body = head.body();
    if (over.get()) {
      cancel();
      return;
    }
    if (!isRefusal) {
      consumer.began();
    }
    var unused = head.body().done().whenComplete((done, broken) -> finish(head, broken));
    head.body().consume();
  }

  private void finish(HttpResponse<AsyncBody> head, @Nullable Throwable broken) {
    if (broken != null) {
      end(unreachable(broken));
    } else if (isRefusal) {
      String retryAfter = head.header("Retry-After");
      end(new Answer(head.code(), retryAfter, null, line.toByteArray()).failure());
    } else {
      end(null);
    }
  }

  private void receive(List<ByteBuffer> chunks, AsyncBody rest) {
    heard = System.nanoTime();
    for (ByteBuffer chunk : chunks) {
      while (chunk.hasRemaining() && !over.get()) {
        take(chunk.get());
      }
    }
    rest.consume();
  }

  private void take(byte next) {
    if (isRefusal) {
      if (line.size() < REFUSAL_LIMIT) {
        line.write(next);
      }
    } else if (next != '\n') {
      line.write(next);
    } else if (line.size() > 0) {
      byte[] text = line.toByteArray();
      line.reset();
      tell(text);
    }
  }

  private void tell(byte[] text) {
    Map<String, Object> json;
    try {
      json = Json.read(text);
    } catch (IOException e) {
      end(ApiException.unreachable("a watch sent what is no JSON", e));
      return;
    }
    Map<String, Object> object = PlainJson.object(json.get("object"));
    String type = PlainJson.text(json.get("type")).orElse("");
    switch (type) {
      case "ADDED", "MODIFIED", "DELETED", "BOOKMARK" ->
          consumer.happened(new WatchEvent(WatchEvent.Type.valueOf(type), object));
      default -> end(Answer.failure(object, 500, null));
    }
  }

  private void checkSilence() {
    long left = SILENCE.toNanos() - (System.nanoTime() - heard);
    if (left <= 0) {
      end(ApiException.unreachable("a watch was silent for " + SILENCE.toSeconds() + " s", null));
      return;
    }
    CompletableFuture<Void> timer = new CompletableFuture<>();
    alarm = timer;
    var unused =
        timer.completeOnTimeout(null, left, TimeUnit.NANOSECONDS).thenRunAsync(this::checkSilence);
    if (over.get()) {
      timer.cancel(false);
    }
  }

  private void end(@Nullable ApiException failure) {
    if (over.compareAndSet(false, true)) {
      cancel();
      consumer.ended(failure);
    }
  }

  private void cancel() {
    // A timer that runs on would keep all that the consumer holds in memory.
    CompletableFuture<Void> timer = alarm;
    if (timer != null) {
      timer.cancel(false);
    }
    AsyncBody running = body;
    if (running != null) {
      running.cancel();
    }
  }

  private static ApiException unreachable(@Nullable Throwable failure) {
    Throwable cause = failure == null ? new IOException("no answer") : failure;
    return ApiException.unreachable("a watch broke: " + Transport.describe(cause), cause);
  }
}
