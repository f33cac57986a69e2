package io.kro4j.compiler.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of files as URI references of RFC 3986. */
final class FileUri {
  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  private FileUri() {}

  /** Whether a name is relative to where the run was started. */
  static boolean isRelative(String name) {
    return !name.startsWith("/") && !name.matches("[A-Za-z]:[/\\\\].*");
  }

  /**
   * The URI of a file.
   *
   * @param name its name with forward slashes; a relative one becomes a relative reference
   */
  static String of(String name) {
    String path = encode(name.replace('\\', '/'));
    if (isRelative(name)) {
      return path;
    }
    return path.startsWith("/") ? "file://" + path : "file:///" + path.replaceFirst("%3A", ":");
  }

  private static String encode(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }
}
