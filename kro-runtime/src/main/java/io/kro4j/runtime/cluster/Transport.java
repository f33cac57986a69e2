package io.kro4j.runtime.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends requests over HTTP and tells the observer. */
final class Transport implements AutoCloseable {
  /** How many requests run at a time, watches apart; each has a connection. */
  private static final int PLACES = 64;

  private final HttpClient http;
  private final URI url;
  private final Duration timeout;
  private final RequestGate gate;
  private final RequestObserver observer;

  Transport(HttpClient http, URI url, ClusterSettings settings, RequestObserver observer) {
    this.http = http;
    this.url = url;
    this.timeout = settings.timeout();
    this.gate = new RequestGate(PLACES, settings.rateLimit());
    this.observer = observer;
  }

  /** Sends a request; the future fails if there is no answer, and if it is no success. */
  CompletableFuture<Answer> send(ApiRequest request) {
    return sendForAny(request)
        .thenCompose(
            answer ->
                answer.isSuccess()
                    ? CompletableFuture.completedFuture(answer)
                    : CompletableFuture.failedFuture(answer.failure()));
  }

  /** Sends a request; the future fails only if there is no answer. */
  CompletableFuture<Answer> sendForAny(ApiRequest request) {
    return gate.pass(() -> exchange(request));
  }

  /**
   * Begins a watch.
   *
   * @param request the request
   * @param chunks gets the bytes of the body
   * @return the answer's head; its body is to be consumed
   */
  CompletableFuture<HttpResponse<AsyncBody>> stream(
      ApiRequest request, AsyncBody.Consumer<List<ByteBuffer>> chunks) {
    long begin = System.nanoTime();
    return http.consumeBytes(http(request).build(), chunks)
        .whenComplete((head, failure) -> observe(request, head == null ? 0 : head.code(), begin));
  }

  @Override
  public void close() {
    http.close();
  }

  private CompletableFuture<Answer> exchange(ApiRequest request) {
    long begin = System.nanoTime();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AtomicReference<@Nullable AsyncBody> body = new AtomicReference<>();
    HttpRequest sent = http(request).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS).build();
    return http.consumeBytes(sent, (chunks, rest) -> collect(chunks, bytes, rest))
        .thenCompose(
            head -> {
              body.set(head.body());
              head.body().consume();
              return head.body().done().thenApply(done -> answer(head, bytes));
            })
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (answer, failure) -> {
              AsyncBody unread = body.get();
              if (failure != null && unread != null) {
                unread.cancel();
              }
              observe(request, answer == null ? 0 : answer.code(), begin);
            })
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(explain(request, failure)));
  }

  private static void collect(List<ByteBuffer> chunks, ByteArrayOutputStream bytes, AsyncBody rest)
      throws IOException {
    WritableByteChannel channel = Channels.newChannel(bytes);
    for (ByteBuffer chunk : chunks) {
      channel.write(chunk);
    }
    rest.consume();
  }

  private static Answer answer(HttpResponse<AsyncBody> head, ByteArrayOutputStream bytes) {
    return new Answer(
        head.code(), head.header("Retry-After"), head.header("ETag"), bytes.toByteArray());
  }

  private HttpRequest.Builder http(ApiRequest request) {
    HttpRequest.Builder builder = http.newHttpRequestBuilder().uri(url.resolve(request.target()));
    request.headers().forEach(builder::setHeader);
    if (request.mediaType().isEmpty()) {
      return builder;
    }
    return builder.method(request.method(), request.mediaType(), request.body());
  }

  private void observe(ApiRequest request, int code, long begin) {
    ApiType type = request.type();
    GroupVersionKind gvk = type == null ? new GroupVersionKind("", "", "") : type.gvk();
    observer.finished(
        new RequestObserver.Request(
            request.verb(),
            gvk.group(),
            gvk.version(),
            type == null ? request.path() : type.plural(),
            request.isOfStatus() ? "status" : "",
            code,
            Duration.ofNanos(System.nanoTime() - begin)));
  }

  private ApiException explain(ApiRequest request, Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    boolean late = cause instanceof TimeoutException;
    String why = late ? "no answer within " + timeout.toSeconds() + " s" : describe(cause);
    String what = request.method() + " " + request.path();
    return ApiException.unreachable(what + ": " + why, cause);
  }

  static String describe(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
