package io.kro4j.runtime.apply;

import io.kro4j.runtime.apply.Members.Member;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Deletes members of an ApplySet, each only if it still is the object that was found: a deletion
 * has the uid as precondition.
 */
public final class Deletion {
  private final Cluster cluster;

  /** A deletion. */
  public Deletion(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * What came of deleting some members.
   *
   * @param deleted how many requests succeeded
   * @param replaced members that are other objects by now, which a later pass will find
   * @param failure the first failure, if any
   */
  public record Outcome(int deleted, List<Member> replaced, Optional<ApiException> failure) {}

  /**
   * The members that are to go next: those of the highest wave. Those without a wave are the last.
   */
  public static List<Member> lastWave(Collection<Member> members) {
    int highest = members.stream().mapToInt(Member::applyOrder).max().orElse(0);
    return members.stream().filter(member -> member.applyOrder() == highest).toList();
  }

  /** Deletes members at once, but for those that are being deleted already. */
  public Outcome delete(Collection<Member> members) {
    Map<Member, CompletableFuture<?>> requests = new LinkedHashMap<>();
    for (Member member : members) {
      if (!member.deleting()) {
        requests.put(member, cluster.deleteAsync(member.ref(), member.uid()));
      }
    }
    int deleted = 0;
    List<Member> replaced = new ArrayList<>();
    Optional<ApiException> failure = Optional.empty();
    for (Map.Entry<Member, CompletableFuture<?>> request : requests.entrySet()) {
      try {
        Cluster.await(request.getValue());
        deleted++;
      } catch (ApiException e) {
        if (e.kind() == ApiException.Kind.CONFLICT) {
          replaced.add(request.getKey());
        } else if (failure.isEmpty()) {
          failure = Optional.of(e);
        }
      }
    }
    return new Outcome(deleted, List.copyOf(replaced), failure);
  }
}
