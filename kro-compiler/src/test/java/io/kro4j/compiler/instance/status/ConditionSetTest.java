package io.kro4j.compiler.instance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kro4j.compiler.instance.status.Condition.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionSetTest {
  private static final String EARLIER = "2026-01-01T00:00:00Z";
  private static final String NOW = "2026-01-01T00:01:00Z";

  @Test
  void awaitsWhatThePassSaysNothingOf() {
    ConditionSet set = set(List.of());

    assertThat(set.list())
        .extracting(Condition::type, Condition::status, Condition::reason)
        .containsExactly(
            tuple("A", Status.UNKNOWN, "AwaitingReconciliation"),
            tuple("B", Status.UNKNOWN, "AwaitingReconciliation"),
            tuple("Ready", Status.UNKNOWN, "AwaitingReconciliation"));
  }

  @Test
  void isReadyWhenEverythingHolds() {
    ConditionSet set = set(List.of());
    set.holds("A", "Fine", "a");
    set.holds("B", "Fine", "b");

    assertThat(root(set)).isEqualTo(new Condition("Ready", Status.TRUE, "Ready", "", NOW, 7));
  }

  @Test
  void saysWhatTheMostRecentFailureSays() {
    ConditionSet set =
        set(
            List.of(
                condition("A", Status.FALSE, "OldReason", EARLIER, 7),
                condition("B", Status.TRUE, "Fine", EARLIER, 7)));
    set.fails("A", "Still", "still");
    set.fails("B", "New", "new");

    assertThat(root(set)).isEqualTo(new Condition("Ready", Status.FALSE, "New", "new", NOW, 7));
  }

  @Test
  void prefersAFailureToWhatNobodyKnows() {
    ConditionSet set = set(List.of(condition("A", Status.FALSE, "Broken", EARLIER, 7)));
    set.unknown("B", "Waiting", "waiting");

    assertThat(root(set).reason()).isEqualTo("Broken");
  }

  @Test
  void isNotReadyByConditionsOfAnOlderGeneration() {
    ConditionSet set =
        set(
            List.of(
                condition("A", Status.TRUE, "Fine", EARLIER, 6),
                condition("B", Status.TRUE, "Fine", EARLIER, 7),
                condition("Ready", Status.TRUE, "Ready", EARLIER, 6)));

    assertThat(root(set).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void keepsTheTimeWhileTheStatusStays() {
    ConditionSet set = set(List.of(condition("A", Status.FALSE, "One", EARLIER, 6)));
    set.fails("A", "Two", "two");

    assertThat(set.get("A")).contains(new Condition("A", Status.FALSE, "Two", "two", EARLIER, 7));
  }

  @Test
  void listsTheOldestFirstAndTheRootLast() {
    ConditionSet set = set(List.of(condition("B", Status.TRUE, "Fine", EARLIER, 7)));
    set.holds("A", "Fine", "");

    assertThat(set.list()).extracting(Condition::type).containsExactly("B", "A", "Ready");
  }

  @Test
  void dropsConditionsThatAreNotItsOwn() {
    ConditionSet set = set(List.of(condition("Obsolete", Status.TRUE, "Fine", EARLIER, 7)));

    assertThat(set.list()).extracting(Condition::type).doesNotContain("Obsolete");
  }

  private static Condition root(ConditionSet set) {
    return set.list().get(set.list().size() - 1);
  }

  private static ConditionSet set(List<Condition> existing) {
    return new ConditionSet("Ready", List.of("A", "B"), existing, 7, NOW);
  }

  private static Condition condition(
      String type, Status status, String reason, String since, long generation) {
    return new Condition(type, status, reason, "", since, generation);
  }
}
