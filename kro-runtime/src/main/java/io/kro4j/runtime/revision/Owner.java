package io.kro4j.runtime.revision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The live group that revisions belong to.
 *
 * @param kind its kind
 * @param name its name
 * @param uid its uid
 */
public record Owner(String kind, String name, String uid) {
  /** The {@code apiVersion} of live groups. */
  public static final String API_VERSION = "kro.run/v1alpha1";

  /** The kinds of live groups. */
  public static final Set<String> KINDS = Set.of("ResourceGroup", "ResourceGraphDefinition");

  /** The owner reference by which the garbage collector removes what belongs to the group. */
  public Map<String, Object> reference() {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("apiVersion", API_VERSION);
    reference.put("kind", kind);
    reference.put("name", name);
    reference.put("uid", uid);
    reference.put("controller", true);
    return reference;
  }

  /** Whether an owner reference is to a live group, of whatever name. */
  static boolean isOfGroup(Map<?, ?> reference) {
    return API_VERSION.equals(reference.get("apiVersion"))
        && reference.get("kind") instanceof String kind
        && KINDS.contains(kind);
  }

  /** Whether an owner reference is to this group, as the one that controls. */
  boolean isIn(Map<?, ?> reference) {
    return isOfGroup(reference)
        && kind.equals(reference.get("kind"))
        && uid.equals(reference.get("uid"))
        && Boolean.TRUE.equals(reference.get("controller"));
  }
}
