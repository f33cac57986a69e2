package io.kro4j.runtime.main;

import java.lang.Thread.UncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a thread died of. */
final class Uncaught implements UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    LOG.error("A thread died thread={}", thread.getName(), failure);
  }
}
