package io.kro4j.runtime.apply;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.instance.KroMetadata;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.ListQuery;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.watch.CachedObject;
import io.kro4j.runtime.watch.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the objects that are part of an ApplySet, by the kinds of its inventory: in the cache of a
 * kind that is watched, by a list otherwise. A kind that is not served any more has no objects.
 */
public final class Members {
  private final Cluster cluster;
  private final Function<GroupKind, Optional<Subscription>> watched;

  /**
   * @param watched the owned objects of a kind, all of which are known; empty if they are not
   */
  public Members(Cluster cluster, Function<GroupKind, Optional<Subscription>> watched) {
    this.cluster = cluster;
    this.watched = watched;
  }

  /**
   * The objects of an ApplySet.
   *
   * @throws ApiException if the cluster cannot tell
   */
  public List<Member> of(String applySetId, Iterable<GroupKind> kinds) throws ApiException {
    List<Member> members = new ArrayList<>();
    for (GroupKind kind : kinds) {
      Optional<Subscription> objects = watched.apply(kind);
      if (objects.isPresent()) {
        for (CachedObject object : objects.get().cache().partOf(applySetId)) {
          members.add(Member.of(object.ref().type(), object.json()));
        }
      } else {
        members.addAll(listed(applySetId, kind));
      }
    }
    return members;
  }

  /** Whether watches tell when objects of all these kinds are gone. */
  public boolean areWatched(Collection<GroupKind> kinds) {
    return kinds.stream().allMatch(kind -> watched.apply(kind).isPresent());
  }

  private List<Member> listed(String applySetId, GroupKind kind) throws ApiException {
    Optional<ApiType> type = cluster.types().find(kind.group(), kind.kind());
    if (type.isEmpty()) {
      return List.of();
    }
    ListQuery query = ListQuery.of(type.get()).labelled(KroMetadata.PART_OF + "=" + applySetId);
    try {
      List<Member> members = new ArrayList<>();
      for (Map<String, Object> object : cluster.list(query).items()) {
        members.add(Member.of(type.get(), object));
      }
      return members;
    } catch (ApiException e) {
      if (e.kind() == ApiException.Kind.NOT_SERVED) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * An object of an ApplySet.
   *
   * @param ref its name
   * @param uid its uid
   * @param node the node it was made for; empty if it does not say
   * @param applyOrder its wave; 0 if it does not say
   * @param deleting whether it is being deleted already
   * @param finalizers who must agree to its deletion
   */
  public record Member(
      ObjectRef ref,
      String uid,
      String node,
      int applyOrder,
      boolean deleting,
      List<String> finalizers) {
    /** Copies. */
    public Member {
      finalizers = List.copyOf(finalizers);
    }

    /** Whether it is being deleted and others hold that up. */
    public boolean isHeld() {
      return deleting && !finalizers.isEmpty();
    }

    private static Member of(ApiType type, Map<String, Object> object) {
      Map<String, Object> metadata = PlainJson.object(object.get("metadata"));
      return new Member(
          ObjectRef.of(type, object),
          PlainJson.text(metadata.get("uid")).orElse(""),
          text(metadata, "labels", KroMetadata.NODE_ID),
          order(text(metadata, "annotations", KroMetadata.APPLY_ORDER)),
          metadata.get("deletionTimestamp") != null,
          PlainJson.list(metadata.get("finalizers")).stream().map(String::valueOf).toList());
    }

    private static String text(Map<String, Object> metadata, String field, String key) {
      return PlainJson.text(PlainJson.object(metadata.get(field)).get(key)).orElse("");
    }

    private static int order(String text) {
      try {
        return Math.max(0, Integer.parseInt(text));
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }
}
