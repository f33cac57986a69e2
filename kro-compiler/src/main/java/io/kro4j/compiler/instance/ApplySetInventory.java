package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the children of an instance may be: what is written on the instance before anything is
 * applied, so that whatever was applied is found again. The format is that of ApplySets (KEP-3659),
 * with upstream's hash against damage.
 *
 * @param id the id of the ApplySet, which names the instance
 * @param groupKinds the types of the children
 * @param namespaces the namespaces of the children besides the instance's own
 */
public record ApplySetInventory(
    String id, SortedSet<GroupKind> groupKinds, SortedSet<String> namespaces) {
  private static final String TOOL = "kro/";

  /** Copies the sets. */
  public ApplySetInventory {
    groupKinds = Collections.unmodifiableSortedSet(new TreeSet<>(groupKinds));
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
  }

  /** An inventory of nothing. */
  public static ApplySetInventory empty(String id) {
    return new ApplySetInventory(id, new TreeSet<>(), new TreeSet<>());
  }

  /**
   * The inventory of an instance.
   *
   * @param namespaces the namespaces of the children; the instance's own is left out
   */
  public static ApplySetInventory of(
      ApiType api,
      Map<String, ? extends @Nullable Object> instance,
      Collection<GroupKind> groupKinds,
      Collection<String> namespaces) {
    TreeSet<String> additional = new TreeSet<>(namespaces);
    additional.remove(JsonObjects.text(JsonObjects.metadata(instance), "namespace"));
    return new ApplySetInventory(id(api, instance), new TreeSet<>(groupKinds), additional);
  }

  /** The id of the ApplySet of an instance. */
  public static String id(ApiType api, Map<String, ? extends @Nullable Object> instance) {
    Map<String, @Nullable Object> metadata = JsonObjects.metadata(instance);
    return id(
        GroupKind.of(api.gvk()),
        JsonObjects.text(metadata, "namespace"),
        JsonObjects.text(metadata, "name"));
  }

  /**
   * The id of the ApplySet of an instance.
   *
   * @param namespace the namespace; empty if it is in none
   */
  public static String id(GroupKind type, String namespace, String name) {
    String identity = String.join(".", name, namespace, type.kind(), type.group());
    return "applyset-" + Sha256.base64(identity) + "-v1";
  }

  /** Both together. */
  public ApplySetInventory union(ApplySetInventory other) {
    TreeSet<GroupKind> allKinds = new TreeSet<>(groupKinds);
    allKinds.addAll(other.groupKinds);
    TreeSet<String> allNamespaces = new TreeSet<>(namespaces);
    allNamespaces.addAll(other.namespaces);
    return new ApplySetInventory(id, allKinds, allNamespaces);
  }

  /** The labels of the instance. */
  public Map<String, String> labels() {
    return Map.of(KroMetadata.APPLY_SET_ID, id);
  }

  /**
   * The annotations of the instance.
   *
   * @param version the version of kro
   */
  public Map<String, String> annotations(String version) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(KroMetadata.TOOLING, TOOL + version);
    annotations.put(KroMetadata.GROUP_KINDS, groupKindsText());
    annotations.put(KroMetadata.NAMESPACES, namespacesText());
    annotations.put(KroMetadata.INVENTORY_HASH, hash());
    return Collections.unmodifiableMap(annotations);
  }

  /** The hash by which damage is told. */
  public String hash() {
    return "sha256:" + Sha256.base64(String.join("\0", id, groupKindsText(), namespacesText()));
  }

  private String groupKindsText() {
    return groupKinds.stream().map(GroupKind::text).collect(Collectors.joining(","));
  }

  private String namespacesText() {
    return String.join(",", namespaces);
  }

  /** Whether a value of the annotation {@link KroMetadata#TOOLING} is of kro. */
  static boolean isOfKro(String tooling) {
    return tooling.startsWith(TOOL);
  }
}
