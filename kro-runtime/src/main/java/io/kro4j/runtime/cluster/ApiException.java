package io.kro4j.runtime.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A request that the API server refused or did not answer. */
public final class ApiException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final String NOT_YET = "storage is (re)initializing";

  /** Why a request failed, as far as one reacts to it differently. */
  public enum Kind {
    /** The request itself is wrong. */
    BAD_REQUEST,
    /** The API server does not know who asks. */
    UNAUTHORIZED,
    /** Who asks has no right to. */
    FORBIDDEN,
    /** There is no such object, or the namespace for it is missing. */
    NOT_FOUND,
    /** The API server does not serve the type, or not any more. */
    NOT_SERVED,
    /** Another version, another field manager, another uid, or an object of that name is there. */
    CONFLICT,
    /** The resourceVersion or the continue token is too old. */
    GONE,
    /** The API server's validation or an admission plugin refuses the object. */
    INVALID,
    /** The API server has too much to do. */
    TOO_MANY_REQUESTS,
    /** The API server failed, or something behind it. */
    SERVER,
    /** There was no answer, or none in time, or none that can be read. */
    UNREACHABLE
  }

  private final Kind kind;
  private final int code;
  private final String reason;
  private final @Nullable Duration retryAfter;

  /**
   * A failed request.
   *
   * @param kind why
   * @param code the HTTP status, 0 if there is none
   * @param reason the API server's word for it, such as {@code AlreadyExists}; may be empty
   * @param message what the API server says, for users
   * @param retryAfter when it wants to be asked again, if it says so
   */
  public ApiException(
      Kind kind, int code, String reason, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** A request that was not answered. */
  static ApiException unreachable(String message, @Nullable Throwable cause) {
    ApiException failure = new ApiException(Kind.UNREACHABLE, 0, "", message, null);
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }

  /**
   * What made a future of {@link Cluster} fail.
   *
   * @throws IllegalStateException if it is nothing that happens to requests, but a bug
   */
  public static ApiException of(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ApiException known) {
      return known;
    }
    throw new IllegalStateException("a request failed for a reason of our own", cause);
  }

  /** Why the request failed. */
  public Kind kind() {
    return kind;
  }

  /** The HTTP status, 0 if there was no answer. */
  public int code() {
    return code;
  }

  /** The API server's word for what is wrong, such as {@code AlreadyExists}; may be empty. */
  public String reason() {
    return reason;
  }

  /** When the API server wants to be asked again, if it says so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Whether the very same request may well succeed later. */
  public boolean isTransient() {
    return kind == Kind.TOO_MANY_REQUESTS || kind == Kind.SERVER || kind == Kind.UNREACHABLE;
  }

  /**
   * Whether the reason goes away without anybody doing something about it, or at least may well do
   * so. A right that is missing does not.
   */
  public boolean passesByItself() {
    return kind != Kind.FORBIDDEN;
  }

  /**
   * Whether the API server just does not serve a new or changed type yet, which is normal for a
   * moment. It says so only in words: a 429 with an own message, and 503 in some releases.
   */
  public boolean isNotYet() {
    return (kind == Kind.TOO_MANY_REQUESTS || kind == Kind.SERVER)
        && String.valueOf(getMessage()).contains(NOT_YET);
  }
}
