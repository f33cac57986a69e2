package io.kro4j.maven.git;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of texts: those that are known, and whatever stands before the {@code @} of an
 * address.
 *
 * @param secrets the secrets that are known
 */
record Scrubber(List<String> secrets) {
  private static final Pattern USER_INFO = Pattern.compile("(?<=:/{2,3})[^/@\\s]+@");
  private static final String HIDDEN = "***";

  /** The text on one line, without secrets. */
  String scrub(String text) {
    String scrubbed = withoutUser(text).replaceAll("\\s*\\R\\s*", "; ");
    for (String secret : secrets) {
      scrubbed = scrubbed.replace(secret, HIDDEN);
    }
    return scrubbed;
  }

  /** An address without the user in it, and so without a token that somebody put there. */
  static String withoutUser(String url) {
    return USER_INFO.matcher(url).replaceAll("");
  }
}
