package io.kro4j.runtime.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.revision.RevisionChoice.Broken;
import io.kro4j.runtime.revision.RevisionChoice.Issue;
import io.kro4j.runtime.revision.RevisionChoice.Reason;
import io.kro4j.runtime.revision.RevisionChoice.Serve;
import io.kro4j.runtime.revision.RevisionChoice.Wait;
import io.kro4j.runtime.revision.RevisionState.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionChoiceTest {
  private static final String HASH = "h1";
  private final Map<Long, RevisionState> states = new HashMap<>();

  @Test
  void withoutRevisionsTheFirstIsIssued() {
    assertThat(choose(0)).isEqualTo(new Issue(1, Optional.empty()));
  }

  @Test
  void numbersAreNeverUsedTwice() {
    assertThat(choose(7)).isEqualTo(new Issue(8, Optional.empty()));
    states.put(9L, new RevisionState("h0", Stage.ACTIVE));
    assertThat(choose(7, revision(9))).isEqualTo(new Issue(10, Optional.of(revision(9))));
    assertThat(choose(12, revision(9))).isEqualTo(new Issue(13, Optional.of(revision(9))));
  }

  @Test
  void whileTheNewestIsBeingDeletedNothingIsDecided() {
    states.put(1L, new RevisionState(HASH, Stage.ACTIVE));

    assertThat(choose(2, revision(1), terminating(2))).isEqualTo(new Wait(Reason.SETTLEMENT, 2));
  }

  @Test
  void anOldOneThatIsBeingDeletedIsNotWaitedFor() {
    states.put(2L, new RevisionState(HASH, Stage.ACTIVE));

    assertThat(choose(2, terminating(1), revision(2))).isEqualTo(new Serve(revision(2)));
  }

  @Test
  void theNewestMustHaveBeenSeen() {
    states.put(1L, new RevisionState(HASH, Stage.ACTIVE));

    assertThat(choose(2, revision(1), revision(2))).isEqualTo(new Wait(Reason.WARMUP, 2));
  }

  @Test
  void theNewestOfTheSameSpecDecides() {
    states.put(1L, new RevisionState(HASH, Stage.ACTIVE));
    states.put(2L, new RevisionState(HASH, Stage.ACTIVE));
    assertThat(choose(2, revision(2), revision(1))).isEqualTo(new Serve(revision(2)));
    states.put(2L, new RevisionState(HASH, Stage.PENDING));
    assertThat(choose(2, revision(2), revision(1))).isEqualTo(new Wait(Reason.COMPILATION, 2));
    states.put(2L, new RevisionState(HASH, Stage.FAILED));
    assertThat(choose(2, revision(2), revision(1))).isEqualTo(new Broken(revision(2)));
  }

  @Test
  void anotherSpecIssuesAlsoWhenTheNewestFailed() {
    states.put(2L, new RevisionState("h0", Stage.FAILED));

    assertThat(choose(2, revision(2))).isEqualTo(new Issue(3, Optional.of(revision(2))));
  }

  @Test
  void goingBackToAnOlderSpecIssues() {
    states.put(1L, new RevisionState(HASH, Stage.ACTIVE));
    states.put(2L, new RevisionState("h2", Stage.ACTIVE));

    assertThat(choose(2, revision(1), revision(2)))
        .isEqualTo(new Issue(3, Optional.of(revision(2))));
  }

  private RevisionChoice choose(long lastIssued, GraphRevision... revisions) {
    return RevisionChoice.of(
        List.of(revisions),
        revision -> Optional.ofNullable(states.get(revision.number())),
        HASH,
        lastIssued);
  }

  private static GraphRevision revision(long number) {
    return revision(number, false);
  }

  private static GraphRevision terminating(long number) {
    return revision(number, true);
  }

  private static GraphRevision revision(long number, boolean terminating) {
    return new GraphRevision(
        RevisionName.of("web", number),
        "uid-" + number,
        "web",
        number,
        1,
        Map.of(),
        terminating,
        List.of(GraphRevision.FINALIZER),
        List.of());
  }
}
