package io.kro4j.compiler.jsonschema;

import java.util.regex.Pattern;

/** Patterns are RE2's in CRDs, and ECMAScript's in JSON Schema. */
final class RegularExpressions {
  /**
   * What RE2 writes in a way of its own: groups with flags or names, text anchors, quotations,
   * classes of characters by name.
   */
  private static final Pattern ONLY_RE2 =
      Pattern.compile("\\(\\?[^:=!]|\\\\[AzQEpPCa]|\\\\x\\{|\\[\\[:|\\[\\^\\[:");

  private RegularExpressions() {}

  /** Whether a pattern of RE2 means the same in ECMAScript. */
  static boolean isPortable(String pattern) {
    return !ONLY_RE2.matcher(pattern).find();
  }
}
