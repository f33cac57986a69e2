package io.kro4j.maven.git;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What opens a remote repository, besides what Git's own files say.
 *
 * @param username the user of https
 * @param password the password or token of https
 * @param privateKey a key for ssh, instead of those in the user's home
 * @param passphrase what opens the key
 */
public record Access(
    Optional<String> username,
    Optional<String> password,
    Optional<Path> privateKey,
    Optional<String> passphrase) {
  /** What servers that take tokens accept as a user. */
  private static final String TOKEN_USER = "x-access-token";

  /** Only what Git's own files say. */
  public static final Access NONE =
      new Access(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether https needs nothing else. */
  boolean hasPassword() {
    return password.isPresent();
  }

  /** The user that goes with the password. */
  String user() {
    return username.orElse(TOKEN_USER);
  }

  /** What must not be shown. */
  List<String> secrets() {
    return Stream.concat(password.stream(), passphrase.stream())
        .filter(secret -> !secret.isEmpty())
        .toList();
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Access";
  }
}
