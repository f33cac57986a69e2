package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.revision.GraphRevision;
import io.kro4j.runtime.revision.RevisionState;
import io.kro4j.runtime.revision.RevisionState.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownRevisionsTest {
  private final KnownRevisions known = new KnownRevisions();

  @Test
  void revisionsAreFoundByGroupOldestFirst() {
    known.put(revision("web", 2, "u2"));
    known.put(revision("web", 1, "u1"));
    known.put(revision("api", 1, "u3"));

    assertThat(known.of("web")).extracting(GraphRevision::number).containsExactly(1L, 2L);
    assertThat(known.remove("web-r1")).isPresent();
    assertThat(known.remove("web-r1")).isEmpty();
    assertThat(known.of("web")).extracting(GraphRevision::number).containsExactly(2L);
  }

  @Test
  void aRevisionMadeAnewUnderAnOldNameIsAnother() {
    GraphRevision old = revision("web", 1, "u1");
    known.put(old);
    known.fail(old, new CompiledDefinition.Unsound("broken", Set.of()));

    GraphRevision anew = revision("web", 1, "u2");
    known.put(anew);

    assertThat(known.of("web")).containsExactly(anew);
    assertThat(known.state(anew)).isEmpty();
    assertThat(known.failure(old)).contains("broken");
  }

  @Test
  void whatWasJudgedDoesNotBecomePendingAgain() {
    GraphRevision revision = revision("web", 1, "u1");
    known.pending(revision);
    assertThat(known.state(revision)).map(RevisionState::stage).contains(Stage.PENDING);
    known.fail(revision, new CompiledDefinition.Unsound("broken", Set.of()));

    known.pending(revision);

    assertThat(known.state(revision)).map(RevisionState::stage).contains(Stage.FAILED);
    assertThat(known.count()).containsEntry(Stage.FAILED, 1).containsEntry(Stage.PENDING, 0);
    assertThat(known.evict(revision)).isTrue();
    assertThat(known.evict(revision)).isFalse();
  }

  private static GraphRevision revision(String group, long number, String uid) {
    return new GraphRevision(
        group + "-r" + number, uid, group, number, 1, Map.of(), false, List.of(), List.of());
  }
}
