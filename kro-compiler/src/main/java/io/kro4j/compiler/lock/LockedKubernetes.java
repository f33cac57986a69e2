package io.kro4j.compiler.lock;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.schema.KubernetesCatalog;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a lock says of the bundled types of Kubernetes.
 *
 * @param version the minor version, such as {@code 1.36}
 * @param release the release that the types are from, such as {@code v1.36.3}
 * @param digest the digest of the types
 */
public record LockedKubernetes(String version, String release, Digest digest) {
  /** The bundled types of a version. */
  public static LockedKubernetes of(KubernetesCatalog catalog) {
    return new LockedKubernetes(catalog.version(), catalog.release(), new Digest(catalog.digest()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", version);
    json.put("release", release);
    json.put("digest", digest.text());
    return json;
  }
}
