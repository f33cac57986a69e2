package io.kro4j.runtime.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kro4j.runtime.main.metrics.RuntimeMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final HttpClient client = HttpClient.newHttpClient();
  private volatile String waitsFor = "";
  private volatile String stuck = "";
  private Endpoints endpoints;

  @BeforeEach
  void start() throws IOException {
    endpoints = endpoints(Optional.of(ANY), Optional.of(ANY));
  }

  @AfterEach
  void close() {
    endpoints.close();
  }

  @Test
  void readyOnlyWhenNothingIsWaitedFor() throws Exception {
    waitsFor = "caches of shops";
    HttpResponse<String> waiting = get(1, "/readyz");
    waitsFor = "";
    HttpResponse<String> ready = get(1, "/readyz");

    assertThat(waiting.statusCode()).isEqualTo(503);
    assertThat(waiting.body()).isEqualTo("caches of shops");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("ok");
  }

  @Test
  void aliveWhileItWaits() throws Exception {
    waitsFor = "caches of shops";

    assertThat(get(1, "/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void notAliveIfOnlyARestartHelps() throws Exception {
    stuck = "Shop default/x takes over 15 min";
    HttpResponse<String> health = get(1, "/healthz");

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).isEqualTo("Shop default/x takes over 15 min");
    assertThat(get(1, "/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAreOnTheirOwnPort() throws Exception {
    HttpResponse<String> metrics = get(0, "/metrics");

    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body()).contains("kro4j_build_info");
    assertThat(get(0, "/readyz").statusCode()).isEqualTo(404);
    assertThat(get(1, "/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws Exception {
    assertThat(get(1, "/healthzz").statusCode()).isEqualTo(404);
    assertThat(get(1, "/").statusCode()).isEqualTo(404);
    HttpRequest post =
        HttpRequest.newBuilder(uri(1, "/healthz"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void nothingIsServedWithoutAnAddress() throws IOException {
    try (Endpoints none = endpoints(Optional.empty(), Optional.empty())) {
      assertThat(none.ports()).isEmpty();
    }
  }

  @Test
  void aPortInUseIsNamed() {
    int port = endpoints.ports().get(0);

    assertThatThrownBy(
            () ->
                endpoints(
                    Optional.empty(),
                    Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Integer.toString(port));
  }

  private Endpoints endpoints(
      Optional<InetSocketAddress> metrics, Optional<InetSocketAddress> probes) throws IOException {
    return Endpoints.start(
        metrics, new RuntimeMetrics("1.2.3", false), probes, () -> stuck, () -> waitsFor);
  }

  private HttpResponse<String> get(int server, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(int server, String path) {
    return URI.create("http://127.0.0.1:" + endpoints.ports().get(server) + path);
  }
}
