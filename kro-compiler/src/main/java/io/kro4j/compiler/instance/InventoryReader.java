package io.kro4j.compiler.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads and checks the inventory that an instance carries. */
public final class InventoryReader {
  private static final List<String> ANNOTATIONS =
      List.of(
          KroMetadata.TOOLING,
          KroMetadata.GROUP_KINDS,
          KroMetadata.NAMESPACES,
          KroMetadata.INVENTORY_HASH);

  private final String id;
  private final Map<String, @Nullable Object> labels;
  private final Map<String, @Nullable Object> annotations;

  private InventoryReader(String id, Map<String, @Nullable Object> metadata) {
    this.id = id;
    this.labels = JsonObjects.object(metadata, "labels");
    this.annotations = JsonObjects.object(metadata, "annotations");
  }

  /**
   * Reads the inventory of an instance.
   *
   * @param api the type of the instance
   * @param instance the instance as the API server has it
   */
  public static RememberedInventory read(
      ApiType api, Map<String, ? extends @Nullable Object> instance) {
    InventoryReader reader =
        new InventoryReader(ApplySetInventory.id(api, instance), JsonObjects.metadata(instance));
    try {
      return reader.read();
    } catch (Damage e) {
      return new RememberedInventory.Damaged(e.key, String.valueOf(e.getMessage()));
    }
  }

  private RememberedInventory read() throws Damage {
    if (!labels.containsKey(KroMetadata.APPLY_SET_ID)
        && ANNOTATIONS.stream().noneMatch(annotations::containsKey)) {
      return new RememberedInventory.None();
    }
    String actual = JsonObjects.text(labels, KroMetadata.APPLY_SET_ID);
    if (!actual.equals(id)) {
      throw new Damage(KroMetadata.APPLY_SET_ID, "is `" + actual + "`, not `" + id + "`");
    }
    String tooling = text(KroMetadata.TOOLING);
    if (!ApplySetInventory.isOfKro(tooling)) {
      throw new Damage(KroMetadata.TOOLING, "is `" + tooling + "`, which is not kro");
    }
    ApplySetInventory inventory = new ApplySetInventory(id, groupKinds(), namespaces());
    boolean hashed = annotations.containsKey(KroMetadata.INVENTORY_HASH);
    if (hashed && !text(KroMetadata.INVENTORY_HASH).equals(inventory.hash())) {
      throw new Damage(
          KroMetadata.INVENTORY_HASH, "does not match the inventory, so somebody changed it");
    }
    return new RememberedInventory.Found(inventory, hashed);
  }

  private SortedSet<GroupKind> groupKinds() throws Damage {
    SortedSet<GroupKind> groupKinds = new TreeSet<>();
    for (String entry : entries(KroMetadata.GROUP_KINDS)) {
      int dot = entry.indexOf('.');
      String kind = dot < 0 ? entry : entry.substring(0, dot);
      String group = dot < 0 ? "" : entry.substring(dot + 1);
      boolean badKind = kind.isEmpty() || kind.chars().anyMatch(Character::isWhitespace);
      if (badKind || (dot >= 0 && !ObjectNames.isSubdomain(group))) {
        throw new Damage(KroMetadata.GROUP_KINDS, "holds `" + entry + "`, which is no type");
      }
      groupKinds.add(new GroupKind(group, kind));
    }
    return groupKinds;
  }

  private SortedSet<String> namespaces() throws Damage {
    SortedSet<String> namespaces = new TreeSet<>();
    for (String entry : entries(KroMetadata.NAMESPACES)) {
      if (!ObjectNames.isLabel(entry)) {
        throw new Damage(KroMetadata.NAMESPACES, "holds `" + entry + "`, which is no namespace");
      }
      namespaces.add(entry);
    }
    return namespaces;
  }

  private List<String> entries(String annotation) throws Damage {
    String text = text(annotation);
    return text.isEmpty()
        ? List.of()
        : List.of(text.split(",", -1)).stream().map(String::strip).toList();
  }

  private String text(String annotation) throws Damage {
    if (annotations.get(annotation) instanceof String text) {
      return text;
    }
    throw new Damage(annotation, "is missing");
  }

  /** Ends the reading of a damaged inventory. */
  private static final class Damage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;

    Damage(String key, String message) {
      super(message, null, false, false);
      this.key = key;
    }
  }
}
