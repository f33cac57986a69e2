package io.kro4j.runtime.revision;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which revisions of a group are no longer kept. */
public final class Retention {
  private Retention() {}

  /**
   * The revisions to delete, oldest first.
   *
   * @param revisions the revisions of a group that are not being deleted
   * @param kept how many of the newest are kept; 0 or less for all, as upstream's flag {@code
   *     --rgd-max-graph-revisions}
   * @param serving the numbers of revisions that serve, which are kept whatever their age
   */
  public static List<GraphRevision> surplus(
      List<GraphRevision> revisions, int kept, Set<Long> serving) {
    if (kept <= 0 || revisions.size() <= kept) {
      return List.of();
    }
    List<GraphRevision> oldestFirst =
        revisions.stream().sorted(Comparator.comparingLong(GraphRevision::number)).toList();
    return oldestFirst.subList(0, revisions.size() - kept).stream()
        .filter(revision -> !serving.contains(revision.number()))
        .toList();
  }
}
