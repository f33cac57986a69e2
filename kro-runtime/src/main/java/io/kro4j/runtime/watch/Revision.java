package io.kro4j.runtime.watch;

/**
 * A resourceVersion as a number. Those of one type can be compared: so it was of old, and since
 * Kubernetes 1.35 the API promises it.
 */
final class Revision {
  /** Before all others. */
  static final long NONE = -1;

  private Revision() {}

  /** The number; {@link #NONE} for what is none, as an aggregated API server may have it. */
  static long of(String resourceVersion) {
    try {
      return Long.parseLong(resourceVersion);
    } catch (NumberFormatException e) {
      return NONE;
    }
  }
}
