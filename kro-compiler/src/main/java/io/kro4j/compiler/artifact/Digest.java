package io.kro4j.compiler.artifact;

import io.kro4j.compiler.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 digest.
 *
 * @param text {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record Digest(String text) {
  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the text is not a digest
   */
  public Digest {
    if (!isDigest(text)) {
      throw new IllegalArgumentException("not a digest: " + text);
    }
  }

  /** Whether a text has the form of a digest. */
  public static boolean isDigest(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The digest of a JSON value, whatever its formatting and order of keys.
   *
   * @param value plain JSON
   * @throws IllegalArgumentException if a value is not plain JSON
   */
  public static Digest ofJson(@Nullable Object value) {
    return ofText(CanonicalJson.write(value));
  }

  /** The digest of a text's UTF-8 bytes. */
  public static Digest ofText(String text) {
    return ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of bytes. */
  public static Digest ofBytes(byte[] bytes) {
    return new Digest("sha256:" + HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
