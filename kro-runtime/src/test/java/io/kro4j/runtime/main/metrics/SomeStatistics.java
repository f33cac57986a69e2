package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.instance.status.Condition.Status;
import io.kro4j.runtime.RuntimeStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A runtime in which everything has another number. */
record SomeStatistics(ApiType api) implements RuntimeStatistics {
  @Override
  public int queuedInstances() {
    return 3;
  }

  @Override
  public int queuedDefinitions() {
    return 4;
  }

  @Override
  public int kinds() {
    return 5;
  }

  @Override
  public int watches() {
    return 6;
  }

  @Override
  public int schemas() {
    return 7;
  }

  @Override
  public Map<String, Integer> revisions() {
    return Map.of("pending", 0, "active", 8, "failed", 1);
  }

  @Override
  public List<InstanceCondition> conditions() {
    Condition ready =
        new Condition("Ready", Status.FALSE, "NotReady", "", "2026-01-01T00:00:00Z", 1);
    return List.of(new InstanceCondition(api, "default", "shop", ready, Duration.ofMillis(1500)));
  }
}
