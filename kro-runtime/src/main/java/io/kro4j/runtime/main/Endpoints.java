package io.kro4j.runtime.main;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kro4j.runtime.main.metrics.RuntimeMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves {@code /healthz}, {@code /readyz} and {@code /metrics}. */
final class Endpoints implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
  private static final int THREADS = 2;

  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "endpoints");
            thread.setDaemon(true);
            return thread;
          });

  private Endpoints() {}

  /**
   * Starts to serve.
   *
   * @param metricsAddress where metrics are served, if at all
   * @param probesAddress where probes are answered, if at all
   * @param stuck why the process will not get on without a restart; empty if it does
   * @param waitsFor what the process still waits for; empty if it is ready
   * @throws IOException if an address cannot be used; its message says which
   */
  static Endpoints start(
      Optional<InetSocketAddress> metricsAddress,
      RuntimeMetrics metrics,
      Optional<InetSocketAddress> probesAddress,
      Supplier<String> stuck,
      Supplier<String> waitsFor)
      throws IOException {
    Endpoints endpoints = new Endpoints();
    try {
      if (metricsAddress.isPresent()) {
        HttpServer server = endpoints.bind(metricsAddress.get());
        server.createContext("/metrics", exchange -> metrics(exchange, metrics));
        server.start();
      }
      if (probesAddress.isPresent()) {
        HttpServer server = endpoints.bind(probesAddress.get());
        server.createContext("/healthz", exchange -> probe(exchange, stuck));
        server.createContext("/readyz", exchange -> probe(exchange, waitsFor));
        server.start();
      }
      return endpoints;
    } catch (IOException e) {
      endpoints.close();
      throw e;
    }
  }

  /** The ports that are served, metrics first. */
  List<Integer> ports() {
    return servers.stream().map(server -> server.getAddress().getPort()).toList();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    executor.shutdownNow();
  }

  private HttpServer bind(InetSocketAddress address) throws IOException {
    try {
      HttpServer server = HttpServer.create(address, 0);
      server.setExecutor(executor);
      servers.add(server);
      return server;
    } catch (IOException e) {
      throw new IOException("cannot listen at " + address + ": " + e.getMessage(), e);
    }
  }

  private static void metrics(HttpExchange exchange, RuntimeMetrics metrics) throws IOException {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      metrics.write(out);
      answer(exchange, "/metrics", 200, RuntimeMetrics.MEDIA_TYPE, out.toByteArray());
    } catch (RuntimeException e) {
      LOG.error("Could not tell the metrics", e);
      answer(exchange, "/metrics", 500, "text/plain", new byte[0]);
    }
  }

  private static void probe(HttpExchange exchange, Supplier<String> problem) throws IOException {
    String path = exchange.getHttpContext().getPath();
    String wrong = problem.get();
    byte[] body = (wrong.isEmpty() ? "ok" : wrong).getBytes(StandardCharsets.UTF_8);
    answer(exchange, path, wrong.isEmpty() ? 200 : 503, "text/plain; charset=utf-8", body);
  }

  private static void answer(
      HttpExchange exchange, String path, int status, String type, byte[] body) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestURI().getPath();
      String method = exchange.getRequestMethod();
      if (!asked.equals(path) && !asked.equals(path + "/")) {
        exchange.sendResponseHeaders(404, -1);
      } else if (method.equals("HEAD")) {
        exchange.sendResponseHeaders(status, -1);
      } else if (method.equals("GET")) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      }
    }
  }
}
