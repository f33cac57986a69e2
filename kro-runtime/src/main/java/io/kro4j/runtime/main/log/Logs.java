package io.kro4j.runtime.main.log;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Makes loggers write where {@link #start} said. SLF4J makes one of these by its class name, so
 * what it writes to is kept in a static field; there is one log in a process.
 */
public final class Logs implements SLF4JServiceProvider {
  private static volatile LogOutput output =
      new LogOutput(LogSettings.DEFAULT, InstantSource.system(), System.err);

  private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();

  /**
   * Starts logging. Must be called before the first logger is made.
   *
   * @param settings what is logged, and how
   * @param stream where to
   */
  public static void start(LogSettings settings, PrintStream stream) {
    output = new LogOutput(settings, InstantSource.system(), stream);
    System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, Logs.class.getName());
    // It would say that it found this provider.
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, each -> new LineLogger(each, output));
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public @Nullable MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0";
  }

  @Override
  public void initialize() {
    // Everything is ready when it is made.
  }
}
