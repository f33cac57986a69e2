package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.graph.ApiType;

/** The two ways in which upstream writes a type into the label {@code gvr}. */
final class Labels {
  static final String GVR = "gvr";

  private Labels() {}

  /** Such as {@code apps/v1/deployments}. */
  static String path(ApiType type) {
    return type.gvk().group() + "/" + type.gvk().version() + "/" + type.plural();
  }

  /** As Go prints it, such as {@code apps/v1, Resource=deployments}. */
  static String text(ApiType type) {
    return type.gvk().group() + "/" + type.gvk().version() + ", Resource=" + type.plural();
  }
}
