package io.kro4j.runtime.main.metrics;

import io.kro4j.runtime.cluster.RequestObserver;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** Counts requests to the API server, once as upstream does and once by what they are for. */
final class RequestMetrics implements RequestObserver {
  private final Counter byMethod;
  private final Counter byResource;
  private final Histogram durations;

  RequestMetrics(Instruments instruments) {
    this.byMethod =
        instruments.counter(
            "rest_client_requests_total",
            "Requests to the API server by HTTP method and status; the code is <error> if there was"
                + " no answer.",
            "code",
            "method");
    this.byResource =
        instruments.counter(
            "kro4j_api_requests_total",
            "Requests to the API server by what they are for.",
            "verb",
            "group",
            "resource",
            "subresource",
            "code");
    this.durations =
        instruments.shortSeconds(
            "rest_client_request_duration_seconds",
            "How long requests to the API server take; for a watch until it begins.",
            "verb");
  }

  @Override
  public void finished(Request request) {
    String code = request.code() == 0 ? "<error>" : Integer.toString(request.code());
    String method = method(request.verb());
    byMethod.labelValues(code, method).inc();
    byResource
        .labelValues(
            verb(request.verb()), request.group(), request.resource(), request.subresource(), code)
        .inc();
    durations.labelValues(method).observe(seconds(request.duration()));
  }

  private static String method(Verb verb) {
    return switch (verb) {
      case GET, LIST, WATCH -> "GET";
      case CREATE -> "POST";
      case APPLY, PATCH -> "PATCH";
      case DELETE -> "DELETE";
    };
  }

  private static String verb(Verb verb) {
    return switch (verb) {
      case GET -> "get";
      case LIST -> "list";
      case WATCH -> "watch";
      case CREATE -> "create";
      case APPLY -> "apply";
      case PATCH -> "patch";
      case DELETE -> "delete";
    };
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
