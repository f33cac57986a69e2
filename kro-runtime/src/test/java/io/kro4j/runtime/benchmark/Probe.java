package io.kro4j.runtime.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A readiness probe, asked as a kubelet does. */
record Probe(HttpClient http, URI address) {
  static Probe of(String address) {
    return new Probe(HttpClient.newHttpClient(), URI.create(address));
  }

  /** Whether it says yes. */
  boolean answers() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nobody listens yet.
      return false;
    }
  }
}
