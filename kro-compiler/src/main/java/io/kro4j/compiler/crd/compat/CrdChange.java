package io.kro4j.compiler.crd.compat;

import org.jspecify.annotations.Nullable;

/**
 * One change between two CRDs.
 *
 * @param path where: a field of the objects such as {@code spec.ports[].name} ({@code []} for the
 *     items of a list, {@code *} for the values of a map), with the version before it if there are
 *     several; or a field of the CRD such as {@code scope}
 * @param rule what kind of change
 * @param oldValue the old value as plain JSON, or null if there was none
 * @param newValue the new value as plain JSON, or null if there is none
 * @param message one clause that names the path
 */
public record CrdChange(
    String path,
    ChangeRule rule,
    @Nullable Object oldValue,
    @Nullable Object newValue,
    String message) {

  /** Whether the change may break objects or clients that work with the old CRD. */
  public boolean breaking() {
    return rule.breaking();
  }
}
