package io.kro4j.runtime;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.status.Condition;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ClusterCatalog;
import io.kro4j.runtime.controller.ObjectKey;
import io.kro4j.runtime.controller.group.LiveGroups;
import io.kro4j.runtime.controller.instance.InstanceController;
import io.kro4j.runtime.queue.FairQueue;
import io.kro4j.runtime.registry.GraphRegistry;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.SharedWatches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The statistics of a runtime that runs; all is looked up when it is asked for. */
record RunningStatistics(
    FairQueue<String, ObjectKey> instanceQueue,
    FairQueue<String, ObjectKey> definitionQueue,
    GraphRegistry registry,
    SharedWatches shared,
    ClusterCatalog catalog,
    LiveGroups groups,
    InstanceController instances,
    InstantSource clock)
    implements RuntimeStatistics {

  @Override
  public int queuedInstances() {
    return instanceQueue.length();
  }

  @Override
  public int queuedDefinitions() {
    return definitionQueue.length();
  }

  @Override
  public int kinds() {
    return registry.all().size();
  }

  @Override
  public int watches() {
    return shared.count();
  }

  @Override
  public int schemas() {
    return catalog.size();
  }

  @Override
  public Map<String, Integer> revisions() {
    Map<String, Integer> byState = new LinkedHashMap<>();
    groups
        .revisions()
        .forEach((stage, count) -> byState.put(stage.name().toLowerCase(Locale.ROOT), count));
    return byState;
  }

  @Override
  public List<InstanceCondition> conditions() {
    Instant now = clock.instant();
    List<InstanceCondition> all = new ArrayList<>();
    instances.eachInstance((api, instance) -> add(all, api, instance, now));
    return all;
  }

  private static void add(
      List<InstanceCondition> all, ApiType api, CachedObject instance, Instant now) {
    for (Condition condition : Condition.listOf(PlainJson.object(instance.json().get("status")))) {
      all.add(
          new InstanceCondition(
              api,
              instance.ref().namespace(),
              instance.ref().name(),
              condition,
              age(condition, now)));
    }
  }

  /** Zero if the time cannot be read: others may have written it. */
  private static Duration age(Condition condition, Instant now) {
    try {
      return Duration.between(Instant.parse(condition.lastTransitionTime()), now);
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
