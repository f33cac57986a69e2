package io.kro4j.runtime.cluster;

import java.time.Duration;

/** Is told of each request, for metrics and for tests that count. Must be quick and thread-safe. */
@FunctionalInterface
public interface RequestObserver {

  /** A request was answered, or given up. */
  void finished(Request request);

  /** An observer that does not care. */
  static RequestObserver none() {
    return request -> {};
  }

  /**
   * A request to the API server.
   *
   * @param verb what was asked for
   * @param group the API group, empty for the core group and for what belongs to no group
   * @param version the version, or empty
   * @param resource the plural, or the path for what is no resource, such as {@code /openapi/v3}
   * @param subresource such as {@code status}, or empty
   * @param code the HTTP status; 0 if there was no answer
   * @param duration from when it was sent until the whole answer was here, without the time that it
   *     waited for its turn; for a watch until it began
   */
  record Request(
      Verb verb,
      String group,
      String version,
      String resource,
      String subresource,
      int code,
      Duration duration) {}

  /** What a request asks for. */
  enum Verb {
    /** One object, or a document. */
    GET,
    /** One page of a list. */
    LIST,
    /** A watch. */
    WATCH,
    /** A new object. */
    CREATE,
    /** Server-side apply. */
    APPLY,
    /** Any other patch. */
    PATCH,
    /** A deletion. */
    DELETE
  }
}
