package io.kro4j.maven;

/**
 * One message for Maven's log.
 *
 * @param level how it is marked
 * @param text one line or more
 */
record Message(Level level, String text) {
  /** How a message is marked. */
  enum Level {
    DEBUG,
    INFO,
    WARNING,
    ERROR
  }

  static Message debug(String text) {
    return new Message(Level.DEBUG, text);
  }

  static Message info(String text) {
    return new Message(Level.INFO, text);
  }

  static Message warning(String text) {
    return new Message(Level.WARNING, text);
  }

  static Message error(String text) {
    return new Message(Level.ERROR, text);
  }
}
