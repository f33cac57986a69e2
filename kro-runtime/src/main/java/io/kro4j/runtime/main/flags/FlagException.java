package io.kro4j.runtime.main.flags;

/** The command line is wrong; the message is one line for the user. */
public final class FlagException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what to tell the user. */
  public FlagException(String message) {
    super(message);
  }

  /** A value that does not suit its flag. */
  public static FlagException of(Flag<?> flag, String reason) {
    return new FlagException("--" + flag.name() + ": " + reason);
  }
}
