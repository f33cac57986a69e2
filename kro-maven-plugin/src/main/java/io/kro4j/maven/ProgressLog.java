package io.kro4j.maven;

import io.kro4j.compiler.Progress;
import io.kro4j.maven.message.Words;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says every few seconds how far a run is, and nothing of one that takes less. */
final class ProgressLog implements Progress {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);

  private final LongSupplier nanoseconds;
  private final Consumer<String> log;
  private long last;

  /**
   * A run that starts now.
   *
   * @param nanoseconds a clock
   * @param log takes a line
   */
  ProgressLog(LongSupplier nanoseconds, Consumer<String> log) {
    this.nanoseconds = nanoseconds;
    this.log = log;
    this.last = nanoseconds.getAsLong();
  }

  @Override
  public synchronized void compiled(int done, int total) {
    long now = nanoseconds.getAsLong();
    if (now - last >= INTERVAL && done < total) {
      last = now;
      log.accept("Compiled " + done + " of " + Words.count(total, "ResourceGroup"));
    }
  }
}
