package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryDelayTest {
  private final RetryDelay delay = new RetryDelay(() -> 1.0);

  @Test
  void waitsTwiceAsLongEachTimeUpToFiveSeconds() {
    assertThat(Stream.generate(delay::failed).limit(8))
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
  }

  @Test
  void asksSeldomForATypeThatIsNotThere() {
    assertThat(Stream.generate(delay::absent).skip(9).limit(3))
        .extracting(Duration::toMillis)
        .containsExactly(51_200L, 60_000L, 60_000L);

    delay.succeeded();

    assertThat(delay.absent()).hasMillis(100);
  }
}
