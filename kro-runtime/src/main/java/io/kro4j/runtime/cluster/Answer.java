package io.kro4j.runtime.cluster;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back over HTTP. */
final class Answer {
  private static final int SHOWN = 500;

  private final int code;
  private final @Nullable String retryAfter;
  private final @Nullable String tag;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param code the HTTP status
   * @param retryAfter the header {@code Retry-After}, or null
   * @param tag the header {@code ETag}, or null
   * @param body the body, which must not be changed afterwards
   */
  Answer(int code, @Nullable String retryAfter, @Nullable String tag, byte[] body) {
    this.code = code;
    this.retryAfter = retryAfter;
    this.tag = tag;
    this.body = body;
  }

  int code() {
    return code;
  }

  @Nullable String tag() {
    return tag;
  }

  byte[] body() {
    return body;
  }

  boolean isSuccess() {
    return code >= 200 && code < 300;
  }

  /** The body as JSON; {@link Kind#UNREACHABLE} if it is none. */
  Map<String, Object> json() throws ApiException {
    try {
      return Json.read(body);
    } catch (IOException e) {
      throw ApiException.unreachable("the API server answered no JSON object: " + text(), e);
    }
  }

  /** Why this is no success. */
  ApiException failure() {
    try {
      return failure(Json.read(body), code, delay());
    } catch (IOException e) {
      // The HTTP layer of an API server refuses in plain text, as does what stands before it.
      Kind kind = code == 404 ? Kind.NOT_SERVED : kind(code);
      return new ApiException(kind, code, "", text(), delay());
    }
  }

  /**
   * What a {@code Status} says.
   *
   * @param status the JSON
   * @param code the HTTP status, for one that does not have it itself
   * @param header how long to wait as the HTTP header says, or null
   */
  static ApiException failure(Map<String, Object> status, int code, @Nullable Duration header) {
    int own = status.get("code") instanceof Long number ? number.intValue() : code;
    Map<String, Object> details = PlainJson.object(status.get("details"));
    Duration retryAfter =
        header == null && details.get("retryAfterSeconds") instanceof Long seconds && seconds > 0
            ? Duration.ofSeconds(seconds)
            : header;
    // Of an object that is not there the name is known; of a type that is not there nothing is.
    boolean namesNothing = PlainJson.text(details.get("name")).isEmpty();
    Kind kind = own == 404 && namesNothing ? Kind.NOT_SERVED : kind(own);
    return new ApiException(
        kind,
        own,
        PlainJson.text(status.get("reason")).orElse(""),
        PlainJson.text(status.get("message")).orElse("the API server answered " + own),
        retryAfter);
  }

  private static Kind kind(int code) {
    return switch (code) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 410 -> Kind.GONE;
      case 422 -> Kind.INVALID;
      case 429 -> Kind.TOO_MANY_REQUESTS;
      default -> code >= 500 ? Kind.SERVER : Kind.BAD_REQUEST;
    };
  }

  private @Nullable Duration delay() {
    try {
      return retryAfter == null ? null : Duration.ofSeconds(Long.parseLong(retryAfter));
    } catch (NumberFormatException e) {
      // A date: proxies may write one, API servers do not.
      return null;
    }
  }

  private String text() {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return shown.isEmpty() ? "the API server answered " + code : shown;
  }
}
