package io.kro4j.compiler.lock;

import io.kro4j.compiler.artifact.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a lock says of one source of schemas.
 *
 * @param version the version, if the source has one
 * @param digest the digest of what is read of it
 */
public record LockedSource(Optional<String> version, Digest digest) {
  /** A source without a version. */
  public static LockedSource of(Digest digest) {
    return new LockedSource(Optional.empty(), digest);
  }

  /** A source with a version. */
  public static LockedSource of(String version, Digest digest) {
    return new LockedSource(Optional.of(version), digest);
  }

  Object json() {
    if (version.isEmpty()) {
      return digest.text();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", version.get());
    json.put("digest", digest.text());
    return json;
  }
}
