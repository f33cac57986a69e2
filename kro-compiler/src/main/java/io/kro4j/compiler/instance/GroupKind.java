package io.kro4j.compiler.instance;

import io.kro4j.compiler.schema.GroupVersionKind;
import java.util.Comparator;

/**
 * A type in any version.
 *
 * @param group the API group, empty for the core group
 * @param kind the kind
 */
public record GroupKind(String group, String kind) implements Comparable<GroupKind> {
  private static final Comparator<GroupKind> ORDER = Comparator.comparing(GroupKind::text);

  /** The type without its version. */
  public static GroupKind of(GroupVersionKind gvk) {
    return new GroupKind(gvk.group(), gvk.kind());
  }

  /** {@code Kind.group}, or the kind alone for the core group, as ApplySets write it. */
  public String text() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  @Override
  public int compareTo(GroupKind other) {
    return ORDER.compare(this, other);
  }
}
