package io.kro4j.runtime.main.log;

import org.slf4j.event.Level;

/**
 * What is logged, and how.
 *
 * @param format how lines look
 * @param threshold what is logged: this level and those above
 * @param stackTraces from which level on lines have the stack trace of what failed
 * @param time how lines tell the time
 */
public record LogSettings(
    Format format, Threshold threshold, Threshold stackTraces, TimeFormat time) {

  /** For a person who looks at a terminal. */
  public static final LogSettings DEFAULT =
      new LogSettings(Format.CONSOLE, Threshold.INFO, Threshold.ERROR, TimeFormat.RFC3339);

  /** How lines look. */
  public enum Format {
    /** For people. */
    CONSOLE,
    /** An object a line, with the keys of upstream's logs. */
    JSON
  }

  /** A level and those above it. */
  public enum Threshold {
    /** Everything but what single requests do. */
    DEBUG(Level.DEBUG.toInt()),
    /** What happens. */
    INFO(Level.INFO.toInt()),
    /** What should not happen. */
    WARN(Level.WARN.toInt()),
    /** What failed and should not. */
    ERROR(Level.ERROR.toInt()),
    /** Nothing. */
    PANIC(Integer.MAX_VALUE);

    private final int least;

    Threshold(int least) {
      this.least = least;
    }

    /** Whether a level is this one or above. */
    boolean includes(Level level) {
      return level.toInt() >= least;
    }
  }
}
