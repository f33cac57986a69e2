package io.kro4j.runtime.revision;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The hash FNV-1a of a text's UTF-8 bytes, in lower-case hexadecimal digits. */
final class Fnv {
  private Fnv() {}

  /** With 32 bits, so 8 digits. */
  static String hash32(String text) {
    int hash = 0x811c9dc5;
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (unit & 0xff)) * 0x01000193;
    }
    return HexFormat.of().toHexDigits(hash);
  }

  /** With 64 bits, so 16 digits. */
  static String hash64(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (unit & 0xff)) * 0x100000001b3L;
    }
    return HexFormat.of().toHexDigits(hash);
  }
}
