package io.kro4j.compiler.instance;

import java.util.regex.Pattern;

/** Values of labels, which have at most 63 characters. */
final class LabelValue {
  private static final int LENGTH = 63;
  private static final int HASH_LENGTH = 10;
  private static final Pattern VALID =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");

  private LabelValue() {}

  static boolean isValid(String text) {
    return text.length() <= LENGTH && VALID.matcher(text).matches();
  }

  /**
   * A text that may be too long for a label. A long one is cut, and a hash of the whole appended:
   * what differed still differs, and the same text always becomes the same value.
   */
  static String of(String text) {
    if (text.length() <= LENGTH) {
      return text;
    }
    String hash = Sha256.hex(text).substring(0, HASH_LENGTH);
    return text.substring(0, LENGTH - HASH_LENGTH - 1) + "-" + hash;
  }
}
