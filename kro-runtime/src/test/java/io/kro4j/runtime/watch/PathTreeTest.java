package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathTreeTest {
  private static final Map<String, Object> OBJECT =
      Map.of(
          "spec", Map.of("replicas", 3L, "paused", true),
          "status",
              Map.of(
                  "conditions",
                  List.of(
                      Map.of("type", "Ready", "status", "True", "seen", "now"),
                      Map.of("type", "Done", "status", "False", "seen", "now")),
                  "byZone",
                  Map.of("a", Map.of("n", 1L, "m", 2L), "b", Map.of("n", 3L))));

  @Test
  void choosesFieldsWherePathsLead() {
    assertThat(chosen(FieldPath.of("spec", "replicas"), FieldPath.of("status", "missing")))
        .isEqualTo(Map.of("spec", Map.of("replicas", 3L), "status", Map.of()));
  }

  @Test
  void aStarMeansEveryItemAndEveryValue() {
    assertThat(
            chosen(
                FieldPath.of("status", "conditions", "*", "type"),
                FieldPath.of("status", "byZone", "*", "n")))
        .isEqualTo(
            Map.of(
                "status",
                Map.of(
                    "conditions",
                    List.of(Map.of("type", "Ready"), Map.of("type", "Done")),
                    "byZone",
                    Map.of("a", Map.of("n", 1L), "b", Map.of("n", 3L)))));
  }

  @Test
  void aShorterPathHoldsALongerOne() {
    assertThat(chosen(FieldPath.of("spec", "replicas"), FieldPath.of("spec")))
        .isEqualTo(Map.of("spec", OBJECT.get("spec")));
    assertThat(chosen(FieldPath.of())).isEqualTo(OBJECT);
  }

  @Test
  void aListOnAPathThatKnowsOfNoneIsChosenAsAWhole() {
    assertThat(chosen(FieldPath.of("status", "conditions", "type")))
        .isEqualTo(
            Map.of(
                "status",
                Map.of("conditions", ((Map<?, ?>) OBJECT.get("status")).get("conditions"))));
  }

  @Test
  void oneCoversAnotherThatChoosesNoMore() {
    PathTree some = PathTree.of(List.of(FieldPath.of("a", "b"), FieldPath.of("c")));

    assertThat(some.covers(PathTree.of(List.of(FieldPath.of("a", "b"))))).isTrue();
    assertThat(some.covers(PathTree.of(List.of(FieldPath.of("c", "d"))))).isTrue();
    assertThat(some.covers(PathTree.of(List.of(FieldPath.of("a"))))).isFalse();
    assertThat(some.covers(PathTree.of(List.of(FieldPath.of("d"))))).isFalse();
    assertThat(PathTree.of(List.of(FieldPath.of())).covers(some)).isTrue();
    assertThat(some.and(PathTree.of(List.of(FieldPath.of("d")))).covers(some)).isTrue();
  }

  private static Map<String, Object> chosen(FieldPath... paths) {
    return PathTree.of(List.of(paths)).of(OBJECT);
  }
}
