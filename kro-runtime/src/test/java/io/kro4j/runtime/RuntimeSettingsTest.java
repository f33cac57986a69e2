package io.kro4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kro4j.runtime.RuntimeSettings.Concurrency;
import io.kro4j.runtime.RuntimeSettings.Intervals;
import io.kro4j.runtime.RuntimeSettings.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RuntimeSettingsTest {

  @Test
  void servesEverythingByDefault() {
    RuntimeSettings settings = RuntimeSettings.defaults("1.2.3");

    assertThat(settings.kinds()).containsExactly(ServedKind.values());
    assertThat(settings.namespaces()).isEmpty();
    assertThat(settings.features()).isEmpty();
    assertThat(settings.cluster().userAgent()).isEqualTo("kro4j/1.2.3");
  }

  @Test
  void refusesWhatWouldDoNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Concurrency(1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1, 1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Intervals(Duration.ZERO, Duration.ofSeconds(-1), Duration.ZERO));
  }
}
