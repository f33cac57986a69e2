package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.crd.CrdPlan;
import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of live groups and of their revisions, without asking. Safe for concurrent use. */
final class GroupWorld implements CrdPlan.LiveGroups {
  static final ApiType RESOURCE_GROUP = group("ResourceGroup", "resourcegroups");
  static final ApiType DEFINITION = group("ResourceGraphDefinition", "resourcegraphdefinitions");
  static final ApiType REVISION =
      new ApiType(
          GroupVersionKind.of(GraphRevision.API_VERSION, GraphRevision.KIND),
          "graphrevisions",
          Scope.CLUSTER);

  /** The kinds of live groups. */
  static final List<ApiType> GROUPS = List.of(RESOURCE_GROUP, DEFINITION);

  private final Map<ApiType, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final KnownRevisions revisions = new KnownRevisions();

  private static ApiType group(String kind, String plural) {
    return new ApiType(new GroupVersionKind("kro.run", "v1alpha1", kind), plural, Scope.CLUSTER);
  }

  /** Objects of a type are known from now on. */
  void put(ApiType type, Subscription subscription) {
    subscriptions.put(type, subscription);
  }

  /** Whether the API server serves a type that is watched. */
  boolean serves(ApiType type) {
    Subscription subscription = subscriptions.get(type);
    return subscription != null && subscription.health() != Subscription.Health.ABSENT;
  }

  /** The CRD of a type is there: its objects may be known sooner than they would be. */
  void lookAgain(String crdName) {
    subscriptions.forEach(
        (type, subscription) -> {
          if (type.crdName().equals(crdName)) {
            subscription.lookAgain();
          }
        });
  }

  /** The group of a name. */
  Optional<LiveGroup> find(ApiType type, String name) {
    return object(type, name).map(json -> new LiveGroup(type, json));
  }

  /** The names of all groups of a type. */
  List<String> names(ApiType type) {
    return all(type).stream().map(object -> object.ref().name()).toList();
  }

  /** The revisions. */
  KnownRevisions revisions() {
    return revisions;
  }

  /** The object of a name, as plain JSON. */
  Optional<Map<String, Object>> object(ApiType type, String name) {
    return Optional.ofNullable(subscriptions.get(type))
        .flatMap(subscription -> subscription.cache().get(null, name))
        .map(CachedObject::json);
  }

  /** What a write returned is known at once. */
  void offer(ApiType type, Map<String, Object> object) {
    Subscription subscription = subscriptions.get(type);
    if (subscription != null) {
      subscription.offer(object);
    }
    if (type.equals(REVISION)) {
      GraphRevision.read(object).ifPresent(revisions::put);
    }
  }

  @Override
  public Optional<String> kindOf(String uid) {
    return GROUPS.stream()
        .filter(type -> all(type).stream().anyMatch(object -> object.uid().equals(uid)))
        .map(type -> type.gvk().kind())
        .findFirst();
  }

  /** Ends all watches. */
  void close() {
    subscriptions.values().forEach(Subscription::close);
  }

  private List<CachedObject> all(ApiType type) {
    Subscription subscription = subscriptions.get(type);
    return subscription == null ? List.of() : subscription.cache().all();
  }
}
