package io.kro4j.compiler.instance;

/** Keys of the labels and annotations that kro keeps; upstream's, so that both find the same. */
public final class KroMetadata {
  /** Label: {@code true} on everything that kro keeps. */
  public static final String OWNED = "kro.run/owned";

  /** Label: the version that applied the object. */
  public static final String VERSION = "kro.run/kro-version";

  /** Label of instances: the UID of the group. */
  public static final String GROUP_ID = "kro.run/resource-graph-definition-id";

  /** Label of instances: the name of the group. */
  public static final String GROUP_NAME = "kro.run/resource-graph-definition-name";

  /** Label of children: the UID of the instance. */
  public static final String INSTANCE_ID = "kro.run/instance-id";

  /** Label of children: the name of the instance. */
  public static final String INSTANCE_NAME = "kro.run/instance-name";

  /** Label of children: the namespace of the instance, if it is in one. */
  public static final String INSTANCE_NAMESPACE = "kro.run/instance-namespace";

  /** Label of children: the API group of the instance. */
  public static final String INSTANCE_GROUP = "kro.run/instance-group";

  /** Label of children: the version of the instance's API. */
  public static final String INSTANCE_VERSION = "kro.run/instance-version";

  /** Label of children: the kind of the instance. */
  public static final String INSTANCE_KIND = "kro.run/instance-kind";

  /** Label of children: the node. */
  public static final String NODE_ID = "kro.run/node-id";

  /** Label of the children of a collection: the place of the object in it, from 0. */
  public static final String COLLECTION_INDEX = "kro.run/collection-index";

  /** Label of the children of a collection: how many objects it has. */
  public static final String COLLECTION_SIZE = "kro.run/collection-size";

  /** Label of children: {@code kro}. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Annotation of children: the wave; the highest is deleted first. */
  public static final String APPLY_ORDER = "internal.kro.run/apply-order";

  /** Label of children: the ApplySet they are in. */
  public static final String PART_OF = "applyset.kubernetes.io/part-of";

  /** Label of instances: the ApplySet they are the parent of. */
  public static final String APPLY_SET_ID = "applyset.kubernetes.io/id";

  /** Annotation of instances: whose ApplySet it is. */
  public static final String TOOLING = "applyset.kubernetes.io/tooling";

  /** Annotation of instances: the types of the children. */
  public static final String GROUP_KINDS = "applyset.kubernetes.io/contains-group-kinds";

  /** Annotation of instances: the namespaces of the children besides the instance's own. */
  public static final String NAMESPACES = "applyset.kubernetes.io/additional-namespaces";

  /** Annotation of instances: by which a damaged inventory is told. */
  public static final String INVENTORY_HASH = "internal.kro.run/applyset-inventory-hash";

  private KroMetadata() {}

  /** A version as the value of a label, which takes no {@code +}. */
  static String versionLabel(String version) {
    return LabelValue.of(version.replace('+', '-'));
  }
}
