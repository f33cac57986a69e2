package io.kro4j.runtime.controller;

import org.jspecify.annotations.Nullable;

/**
 * Names an object of a lane of the queue.
 *
 * @param namespace its namespace; null if its type has none
 * @param name its name
 */
public record ObjectKey(@Nullable String namespace, String name) {
  @Override
  public String toString() {
    return namespace == null ? name : namespace + "/" + name;
  }
}
