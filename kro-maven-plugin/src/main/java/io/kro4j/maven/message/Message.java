package io.kro4j.maven.message;

/**
 * One message for Maven's log.
 *
 * @param level how it is marked
 * @param text one line or more
 */
public record Message(Level level, String text) {
  /** How a message is marked. */
  public enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR
  }

  /** What only those want to know who look closely. */
  public static Message debug(String text) {
    return new Message(Level.DEBUG, text);
  }

  /** What happened. */
  public static Message info(String text) {
    return new Message(Level.INFO, text);
  }

  /** What is probably not meant. */
  public static Message warning(String text) {
    return new Message(Level.WARNING, text);
  }

  /** What has to be mended. */
  public static Message error(String text) {
    return new Message(Level.ERROR, text);
  }
}
