package io.kro4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLogTest {
  private final List<String> lines = new ArrayList<>();
  private long seconds;
  private final ProgressLog progress =
      new ProgressLog(() -> TimeUnit.SECONDS.toNanos(seconds), lines::add);

  @Test
  void saysNothingOfAShortRun() {
    seconds = 4;
    progress.compiled(1, 2);
    progress.compiled(2, 2);

    assertThat(lines).isEmpty();
  }

  @Test
  void saysHowFarItIsEveryFewSeconds() {
    for (int done = 1; done <= 12; done++) {
      seconds++;
      progress.compiled(done, 12);
    }

    assertThat(lines)
        .containsExactly("Compiled 5 of 12 ResourceGroups", "Compiled 10 of 12 ResourceGroups");
  }
}
