package io.kro4j.runtime.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusPatchTest {
  @Test
  void isEmptyForWhatIsEqual() {
    Map<String, Object> status = Map.of("a", 1L, "b", Map.of("c", List.of(1L, Map.of("d", "e"))));

    assertThat(StatusPatch.between(status, status)).isEmpty();
  }

  @Test
  void isEmptyForNumbersOfTheSameValue() {
    assertThat(StatusPatch.between(Map.of("a", 1L), Map.of("a", 1.0))).isEmpty();
    assertThat(StatusPatch.between(Map.of("a", 1L), Map.of("a", 1.5))).isPresent();
  }

  @Test
  void mentionsOnlyWhatChanges() {
    assertThat(
            StatusPatch.between(
                Map.of("a", 1L, "b", Map.of("c", 1L, "d", 2L)),
                Map.of("a", 1L, "b", Map.of("c", 1L, "d", 3L))))
        .contains(Map.of("status", Map.of("b", Map.of("d", 3L))));
  }

  @Test
  void removesWithNull() {
    Map<String, Object> removed = new HashMap<>();
    removed.put("b", null);

    assertThat(StatusPatch.between(Map.of("a", 1L, "b", 2L), Map.of("a", 1L)))
        .contains(Map.of("status", removed));
  }

  @Test
  void replacesListsAsAWhole() {
    assertThat(StatusPatch.between(Map.of("a", List.of(1L, 2L)), Map.of("a", List.of(1L, 3L))))
        .contains(Map.of("status", Map.of("a", List.of(1L, 3L))));
  }

  @Test
  void replacesAnObjectByAValueAndBack() {
    assertThat(StatusPatch.between(Map.of("a", Map.of("b", 1L)), Map.of("a", "text")))
        .contains(Map.of("status", Map.of("a", "text")));
    assertThat(StatusPatch.between(Map.of("a", "text"), Map.of("a", Map.of("b", 1L))))
        .contains(Map.of("status", Map.of("a", Map.of("b", 1L))));
  }

  @Test
  void takesANullForAbsence() {
    Map<String, Object> after = new HashMap<>();
    after.put("a", null);
    after.put("b", new HashMap<>(after));

    assertThat(StatusPatch.between(Map.of("b", Map.of()), after)).isEmpty();
  }
}
