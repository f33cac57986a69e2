package io.kro4j.maven.compilation;

import io.kro4j.maven.input.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A SHA-256 digest over a sequence of values. Each value goes in with its length, so that two
 * sequences never look alike because of where one value ends.
 */
final class Fingerprint {
  private final MessageDigest digest = sha256();

  /** Adds a text. */
  Fingerprint add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes. */
  Fingerprint add(byte[] bytes) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
    return this;
  }

  /** Adds a list, whose length counts too. */
  Fingerprint addAll(List<String> texts) {
    add(Integer.toString(texts.size()));
    texts.forEach(this::add);
    return this;
  }

  /** Adds files with their names. */
  Fingerprint addFiles(List<InputFile> files) {
    add(Integer.toString(files.size()));
    files.forEach(file -> add(file.name()).add(file.content()));
    return this;
  }

  /** The digest, in hexadecimal digits; the fingerprint must not be used any more. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of a file's bytes alone, or empty if there is no such file. */
  static Optional<String> ofFile(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
