package io.kro4j.runtime;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.status.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How things stand in a runtime at the moment, for metrics. Safe for concurrent use. */
public interface RuntimeStatistics {
  /** How many instances wait for a worker. */
  int queuedInstances();

  /** How many groups, revisions, compiled graphs and CRDs wait for a worker. */
  int queuedDefinitions();

  /** How many kinds are served. */
  int kinds();

  /** How many watches there are. */
  int watches();

  /** How many documents with schemas are in memory. */
  int schemas();

  /** How many revisions are {@code pending}, {@code active} and {@code failed}. */
  Map<String, Integer> revisions();

  /** The conditions of all instances that are known. */
  List<InstanceCondition> conditions();

  /**
   * A condition of an instance.
   *
   * @param api the type of the instance
   * @param namespace its namespace, if its type has one
   * @param name its name
   * @param condition the condition
   * @param age how long its status has been what it is
   */
  record InstanceCondition(
      ApiType api, @Nullable String namespace, String name, Condition condition, Duration age) {}

  /** A runtime that has not begun. */
  static RuntimeStatistics none() {
    return new RuntimeStatistics() {
      @Override
      public int queuedInstances() {
        return 0;
      }

      @Override
      public int queuedDefinitions() {
        return 0;
      }

      @Override
      public int kinds() {
        return 0;
      }

      @Override
      public int watches() {
        return 0;
      }

      @Override
      public int schemas() {
        return 0;
      }

      @Override
      public Map<String, Integer> revisions() {
        return Map.of();
      }

      @Override
      public List<InstanceCondition> conditions() {
        return List.of();
      }
    };
  }
}
