package io.kro4j.runtime.revision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be done about the revisions of a group. The rules are upstream's, but that an old
 * revision which is being deleted is not waited for: nothing is decided by it.
 */
public sealed interface RevisionChoice {
  /**
   * Nothing, until the revisions have settled.
   *
   * @param reason what is waited for
   * @param number the revision that is waited for; 0 if there is none
   */
  record Wait(Reason reason, long number) implements RevisionChoice {}

  /**
   * A new revision is due, if the spec of the group is sound.
   *
   * @param number the number of the new revision
   * @param latest the newest revision so far, which goes on serving if it is active
   */
  record Issue(long number, Optional<GraphRevision> latest) implements RevisionChoice {}

  /**
   * The newest revision is of the group's spec, and serves.
   *
   * @param latest the revision
   */
  record Serve(GraphRevision latest) implements RevisionChoice {}

  /**
   * The newest revision is of the group's spec and does not compile. Older ones do not take over.
   *
   * @param latest the revision
   */
  record Broken(GraphRevision latest) implements RevisionChoice {}

  /** What is waited for, by upstream's reasons. */
  enum Reason {
    /** The newest revision was deleted and is still there. */
    SETTLEMENT("WaitingForGraphRevisionSettlement", "settling"),
    /** This process has not seen the newest revision yet. */
    WARMUP("WaitingForGraphRevisionWarmup", "warming_up"),
    /** The newest revision is being compiled. */
    COMPILATION("WaitingForGraphRevisionCompilation", "compiling");

    private final String condition;
    private final String metric;

    Reason(String condition, String metric) {
      this.condition = condition;
      this.metric = metric;
    }

    /** The reason as conditions have it. */
    public String condition() {
      return condition;
    }

    /** The reason as metrics have it. */
    public String metric() {
      return metric;
    }
  }

  /**
   * Decides.
   *
   * @param revisions the revisions of the group, also those being deleted
   * @param states how far the runtime is with a revision; empty if it has not seen it
   * @param specHash the hash of the group's spec
   * @param lastIssued the highest number that the group remembers
   */
  static RevisionChoice of(
      List<GraphRevision> revisions,
      Function<GraphRevision, Optional<RevisionState>> states,
      String specHash,
      long lastIssued) {
    Optional<GraphRevision> newest =
        revisions.stream().max(Comparator.comparingLong(GraphRevision::number));
    if (newest.filter(GraphRevision::terminating).isPresent()) {
      return new Wait(Reason.SETTLEMENT, newest.get().number());
    }
    if (newest.isEmpty()) {
      return new Issue(lastIssued + 1, newest);
    }
    GraphRevision latest = newest.get();
    Optional<RevisionState> known = states.apply(latest);
    if (known.isEmpty()) {
      return new Wait(Reason.WARMUP, latest.number());
    }
    if (!known.get().specHash().equals(specHash)) {
      return new Issue(Math.max(lastIssued, latest.number()) + 1, newest);
    }
    return switch (known.get().stage()) {
      case ACTIVE -> new Serve(latest);
      case PENDING -> new Wait(Reason.COMPILATION, latest.number());
      case FAILED -> new Broken(latest);
    };
  }
}
