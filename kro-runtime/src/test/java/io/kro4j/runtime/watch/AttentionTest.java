package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a subscriber is told of that writes objects itself. */
class AttentionTest {
  private static final Attention TO_INSTANCES =
      Attention.to(List.of(FieldPath.of("spec"), FieldPath.of("status"))).andMarks();
  private static final CachedObject BEFORE = object("u1", 1, Map.of(), Map.of());

  @Test
  void itsOwnStatusIsNoNews() {
    assertThat(overtaken(object("u1", 1, Map.of(), Map.of("state", "ACTIVE")))).isFalse();
  }

  @Test
  void whatOthersWroteMeanwhileIsNews() {
    assertThat(overtaken(object("u1", 2, Map.of(), Map.of()))).isTrue();
  }

  /** The API server got a new schema since the object was read. */
  @Test
  void aDefaultThatComesWithTheAnswerIsNews() {
    CachedObject answer = object("u1", 1, Map.of("team", "platform"), Map.of("state", "ACTIVE"));

    assertThat(overtaken(answer)).isTrue();
    assertThat(TO_INSTANCES.isDrawnBy(BEFORE, answer)).isTrue();
  }

  @Test
  void anotherObjectOfTheNameComesByTheWatch() {
    assertThat(overtaken(object("u2", 1, Map.of("team", "platform"), Map.of()))).isFalse();
  }

  private static boolean overtaken(CachedObject answer) {
    return TO_INSTANCES.isOvertaken(BEFORE, answer);
  }

  private static CachedObject object(
      String uid, long generation, Map<String, Object> spec, Map<String, Object> status) {
    Map<String, Object> metadata =
        Map.of("name", "x", "namespace", "default", "uid", uid, "generation", generation);
    return CachedObject.of(
        Connections.CONFIG_MAP,
        Map.of("metadata", metadata, "spec", spec, "status", status),
        Projection.whole());
  }
}
