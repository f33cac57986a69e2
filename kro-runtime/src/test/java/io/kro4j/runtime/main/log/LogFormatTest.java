package io.kro4j.runtime.main.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.main.log.LogSettings.Format;
import io.kro4j.runtime.main.log.LogSettings.Threshold;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

class LogFormatTest {
  private static final String OURS = "io.kro4j.runtime.controller.Workers";
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456789Z");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void aLineForPeople() {
    logger(LogSettings.DEFAULT, OURS).info("Gave up lane={} key={}", "apps", "a b");

    assertThat(text())
        .isEqualTo("2026-01-31T12:00:00Z INFO  Workers: Gave up lane=apps key=\"a b\"\n");
  }

  @Test
  void anObjectForPrograms() {
    logger(json(), OURS).warn("Gave up lane={} key={}", "apps", "say \"hi\"\n\u0001");

    assertThat(text())
        .isEqualTo(
            "{\"level\":\"warn\",\"ts\":\"2026-01-31T12:00:00Z\",\"logger\":\"Workers\","
                + "\"msg\":\"Gave up\",\"lane\":\"apps\",\"key\":\"say \\\"hi\\\"\\n\\u0001\"}\n");
  }

  @Test
  void keysAndValuesOfEvents() {
    logger(json(), OURS).atInfo().addKeyValue("kind", "Shop").log("Serving graph={}", "shop");

    assertThat(text()).endsWith("\"msg\":\"Serving\",\"graph\":\"shop\",\"kind\":\"Shop\"}\n");
  }

  @Test
  void aMessageWithOtherArgumentsIsFilledIn() {
    logger(LogSettings.DEFAULT, OURS).info("Took {} of {} key={}", 1, 2, "k");

    assertThat(text()).endsWith("Took 1 of 2 key=k\n");
  }

  @Test
  void aMessageOfSeveralLinesStaysOne() {
    logger(LogSettings.DEFAULT, OURS).info("one\ntwo");

    assertThat(text()).endsWith("one\\ntwo\n");
  }

  @Test
  void whatFailedHasItsStackTraceFromTheLevelOn() {
    Logger logger = logger(LogSettings.DEFAULT, OURS);

    logger.warn("Odd", new IllegalStateException("why"));
    assertThat(text()).endsWith("Odd error=\"java.lang.IllegalStateException: why\"\n");

    logger.error("Bad key={}", "k", new IllegalStateException("why"));
    assertThat(text()).contains("Bad key=k error=").contains("\n\tat " + getClass().getName());
  }

  @Test
  void librariesMustHaveSomethingToWarnOf() {
    Logger library = logger(LogSettings.DEFAULT, "io.fabric8.kubernetes.client.Something");

    library.info("Hello");
    library.debug("Hello");
    assertThat(text()).isEmpty();

    library.warn("Watch out");
    assertThat(text()).contains("io.fabric8.kubernetes.client.Something: Watch out");
  }

  @Test
  void whatIsBelowTheThresholdIsNotLogged() {
    Logger logger =
        logger(
            new LogSettings(Format.CONSOLE, Threshold.ERROR, Threshold.PANIC, TimeFormat.EPOCH),
            OURS);

    logger.warn("Watch out");
    logger.error("Bad");

    assertThat(logger.isWarnEnabled()).isFalse();
    assertThat(text()).isEqualTo("1769860800.123456789 ERROR Workers: Bad\n");
  }

  @ParameterizedTest
  @CsvSource({
    "EPOCH, 1769860800.123456789",
    "MILLIS, 1769860800123.456789",
    "NANO, 1769860800123456789",
    "ISO8601, 2026-01-31T12:00:00.123Z",
    "RFC3339, 2026-01-31T12:00:00Z",
    "RFC3339NANO, 2026-01-31T12:00:00.123456789Z"
  })
  void times(TimeFormat format, String expected) {
    assertThat(format.write(NOW)).isEqualTo(expected);
  }

  private static LogSettings json() {
    return new LogSettings(Format.JSON, Threshold.INFO, Threshold.ERROR, TimeFormat.RFC3339);
  }

  private Logger logger(LogSettings settings, String name) {
    PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    return new LineLogger(name, new LogOutput(settings, () -> NOW, stream));
  }

  private String text() {
    String text = written.toString(StandardCharsets.UTF_8);
    written.reset();
    return text;
  }
}
