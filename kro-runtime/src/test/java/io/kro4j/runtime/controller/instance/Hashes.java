package io.kro4j.runtime.controller.instance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** ApplySet ids as the specification (KEP-3659) has them, written apart from the product. */
final class Hashes {
  private Hashes() {}

  static String applySet(String name, String namespace, String kind, String group) {
    try {
      byte[] text = String.join(".", name, namespace, kind, group).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return "applyset-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "-v1";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
