package io.kro4j.runtime.main.log;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Decides what is logged and writes it, line by line. Safe for concurrent use. */
final class LogOutput {
  private static final String PRODUCT = "io.kro4j.";

  private final LogSettings settings;
  private final LogFormat format;
  private final InstantSource clock;
  private final PrintStream stream;

  LogOutput(LogSettings settings, InstantSource clock, PrintStream stream) {
    this.settings = settings;
    this.format = new LogFormat(settings);
    this.clock = clock;
    this.stream = stream;
  }

  /** Libraries tell more than users want to read: theirs counts one level less. */
  boolean takes(String logger, Level level) {
    if (!settings.threshold().includes(level)) {
      return false;
    }
    return logger.startsWith(PRODUCT) || lessChatty().includes(level);
  }

  void write(
      Level level,
      String logger,
      String message,
      Map<String, Object> fields,
      @Nullable Throwable failure) {
    if (!takes(logger, level)) {
      return;
    }
    String text =
        format.write(new LogRecord(clock.instant(), level, logger, message, fields, failure));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // One write, so that lines of several threads do not mix.
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }

  private LogSettings.Threshold lessChatty() {
    return switch (settings.threshold()) {
      case DEBUG -> LogSettings.Threshold.INFO;
      case INFO, WARN -> LogSettings.Threshold.WARN;
      case ERROR -> LogSettings.Threshold.ERROR;
      case PANIC -> LogSettings.Threshold.PANIC;
    };
  }
}
