package io.kro4j.testing;

import java.util.Map;

/**
 * Names one object of the API server.
 *
 * @param apiVersion group and version, for example {@code apps/v1}, or {@code v1}
 * @param kind for example {@code Deployment}
 * @param namespace the namespace, or empty; then it is {@code default} for a kind that has
 *     namespaces
 * @param name the object's name
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {

  /** An object of a kind without namespaces, or in the namespace {@code default}. */
  public static ObjectRef of(String apiVersion, String kind, String name) {
    return new ObjectRef(apiVersion, kind, "", name);
  }

  /**
   * The name of a whole object.
   *
   * @throws IllegalArgumentException if the object lacks apiVersion, kind or metadata.name
   */
  public static ObjectRef of(Map<String, Object> object) {
    Map<?, ?> metadata = object.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
    Object namespace = metadata.get("namespace");
    return new ObjectRef(
        text(object, "apiVersion"),
        text(object, "kind"),
        namespace == null ? "" : namespace.toString(),
        text(metadata, "name"));
  }

  private static String text(Map<?, ?> map, String key) {
    if (map.get(key) instanceof String value) {
      return value;
    }
    throw new IllegalArgumentException("an object needs the string `" + key + "`: " + map);
  }
}
