package io.kro4j.runtime.cluster;

import org.jspecify.annotations.Nullable;

/** A watch that runs. */
public interface Watch extends AutoCloseable {

  /** Ends it; the consumer hears nothing more, except of what is being told right now. */
  @Override
  void close();

  /** Who is told. Calls come one after the other, from threads of the HTTP client. */
  interface Consumer {
    /** The API server agreed to tell. */
    void began();

    /** Something happened. */
    void happened(WatchEvent event);

    /**
     * The watch is over, and no further call comes.
     *
     * @param failure why; null if the API server ended it in peace, as it does every few minutes,
     *     so that it can go on from the last resourceVersion; of kind {@link
     *     ApiException.Kind#GONE} if that is too old and a new list is needed
     */
    void ended(@Nullable ApiException failure);
  }
}
