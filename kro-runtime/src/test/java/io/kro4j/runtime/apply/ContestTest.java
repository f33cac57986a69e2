package io.kro4j.runtime.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
  private long now;

  @Test
  void afterSomeChangesItIsAppliedLessAndLessOften() {
    Contest contest = Contest.begin(now);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Duration wait = contest.remaining(now);
      waits.add(wait.toSeconds());
      now += wait.toNanos();
      contest = contest.again(now);
    }

    assertThat(waits).startsWith(0L).endsWith(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L);
  }

  @Test
  void itIsOpenUntilTheOtherSideHadTimeToAnswerAndDidNot() {
    assertThat(new Contest(Contest.PATIENCE - 1, now).isOpen(now)).isFalse();
    Contest contest = new Contest(Contest.PATIENCE, now);
    assertThat(contest.isOpen(now)).isTrue();
    assertThat(contest.untilOver(now)).hasSeconds(11);

    now += Duration.ofSeconds(11).toNanos();

    assertThat(contest.isOpen(now)).isFalse();
    assertThat(contest.again(now)).isEqualTo(Contest.begin(now));
  }

  @Test
  void whatWasWaitedAlreadyCounts() {
    Contest contest = new Contest(Contest.PATIENCE + 2, now);
    now += Duration.ofSeconds(3).toNanos();

    assertThat(contest.remaining(now)).hasSeconds(1);

    now += Duration.ofSeconds(2).toNanos();

    assertThat(contest.remaining(now)).isZero();
  }

  @Test
  void anObjectThatWasLeftAloneForLongIsPutRightAtOnce() {
    Contest contest = new Contest(Contest.PATIENCE + 2, now);
    now += Duration.ofSeconds(15).toNanos();

    assertThat(contest.again(now).remaining(now)).isZero();
  }
}
