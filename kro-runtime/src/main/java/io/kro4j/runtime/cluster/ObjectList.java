package io.kro4j.runtime.cluster;

import java.util.List;
import java.util.Map;

/**
 * Objects as they were at one moment.
 *
 * @param resourceVersion the moment, from which a watch can go on
 * @param items the objects, with {@code apiVersion} and {@code kind}
 */
public record ObjectList(String resourceVersion, List<Map<String, Object>> items) {
  /** Copies the list. */
  public ObjectList {
    items = List.copyOf(items);
  }
}
