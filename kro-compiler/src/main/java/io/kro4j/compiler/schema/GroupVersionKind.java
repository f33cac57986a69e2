package io.kro4j.compiler.schema;

import java.util.Comparator;

/**
 * The name of a Kubernetes type.
 *
 * @param group the API group, empty for the core group
 * @param version the version, such as {@code v1}
 * @param kind the kind
 */
public record GroupVersionKind(String group, String version, String kind)
    implements Comparable<GroupVersionKind> {

  private static final Comparator<GroupVersionKind> ORDER =
      Comparator.comparing(GroupVersionKind::group)
          .thenComparing(GroupVersionKind::version)
          .thenComparing(GroupVersionKind::kind);

  /**
   * The type named by the two fields of a manifest.
   *
   * @param apiVersion {@code group/version}, or a version alone for the core group
   * @param kind the kind
   */
  public static GroupVersionKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new GroupVersionKind("", apiVersion, kind)
        : new GroupVersionKind(
            apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /** {@code group/version}, or the version alone for the core group. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** {@code Kind.group}, or the kind alone for the core group, as ApplySets write it. */
  public String groupKind() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  @Override
  public int compareTo(GroupVersionKind other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return apiVersion() + " " + kind;
  }
}
