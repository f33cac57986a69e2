package io.kro4j.maven.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who makes a commit.
 *
 * @param name the name
 * @param email the address
 */
public record Identity(String name, String email) {
  private static final Pattern FORM = Pattern.compile("\\s*([^<>\\n]+?)\\s*<([^<>\\s]+)>\\s*");

  /** Reads {@code Name <address>}; empty if the text has another form. */
  public static Optional<Identity> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Identity(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }
}
