package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ApiType;
import java.util.Map;

/** Hears of each status that is written, for events and metrics. Must be quick and thread-safe. */
@FunctionalInterface
public interface TransitionListener {
  /**
   * A status was written.
   *
   * @param api the type of the instance
   * @param instance the instance before
   * @param before its status before
   * @param after its status now
   */
  void written(
      ApiType api,
      Map<String, Object> instance,
      Map<String, Object> before,
      Map<String, Object> after);

  /** Tells another listener after this one. */
  default TransitionListener and(TransitionListener other) {
    return (api, instance, before, after) -> {
      written(api, instance, before, after);
      other.written(api, instance, before, after);
    };
  }

  /** A listener that does not care. */
  static TransitionListener none() {
    return (api, instance, before, after) -> {};
  }
}
