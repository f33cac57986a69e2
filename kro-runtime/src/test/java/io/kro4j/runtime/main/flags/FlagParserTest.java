package io.kro4j.runtime.main.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagParserTest {

  @Test
  void defaultsAreUpstreamsButForTheWorkers() throws FlagException {
    FlagValues values = parse();

    assertThat(values.get(Flags.METRICS_ADDRESS)).isEqualTo(":8078");
    assertThat(values.get(Flags.PROBE_ADDRESS)).isEqualTo(":8079");
    assertThat(values.get(Flags.LEADER_ELECT)).isFalse();
    assertThat(values.get(Flags.RESYNC)).isEqualTo(36000);
    assertThat(values.get(Flags.MIN_DELAY)).isEqualTo(Duration.ofMillis(200));
    assertThat(values.get(Flags.MAX_DELAY)).isEqualTo(Duration.ofSeconds(1000));
    assertThat(values.get(Flags.INSTANCE_WORKERS)).isEqualTo(8);
    assertThat(values.isGiven(Flags.INSTANCE_WORKERS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "--client-burst=7",
    "--client-burst 7",
    "-client-burst 7",
    "-client-burst=7",
    "--client-burst=3 --client-burst 7"
  })
  void valuesAreReadAsGoReadsThem(String line) throws FlagException {
    assertThat(parse(line.split(" ")).get(Flags.CLIENT_BURST)).isEqualTo(7);
  }

  @Test
  void aValueMayBeNegative() throws FlagException {
    assertThat(parse("--client-qps", "-1").get(Flags.CLIENT_QPS)).isEqualTo(-1.0);
  }

  @ParameterizedTest
  @CsvSource({
    "--leader-elect, true",
    "--leader-elect=false, false",
    "--leader-elect=T, true",
    "--leader-elect --allow-crd-deletion, true"
  })
  void togglesNeedNoValue(String line, boolean expected) throws FlagException {
    assertThat(parse(line.split(" ")).get(Flags.LEADER_ELECT)).isEqualTo(expected);
  }

  @Test
  void variablesCountUnlessTheFlagIsThere() throws FlagException {
    Map<String, String> variables =
        Map.of("KRO_CLIENT_BURST", "5", "KRO_LOG_LEVEL", "warn", "KRO_KINDS", "");

    FlagValues values = run(List.of("--client-burst=6"), variables);

    assertThat(values.get(Flags.CLIENT_BURST)).isEqualTo(6);
    assertThat(values.get(Flags.LOG_LEVEL)).isEqualTo("warn");
    assertThat(values.isGiven(Flags.LOG_LEVEL)).isTrue();
    assertThat(values.get(Flags.KINDS)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--client-burts=1|unknown flag --client-burts; did you mean --client-burst?",
        "--xyzzy-plugh|unknown flag --xyzzy-plugh",
        "serve|unexpected argument \"serve\"",
        "--client-burst=many|--client-burst: \"many\" is not a whole number",
        "--client-burst=0|--client-burst: \"0\" is less than 1",
        "--leader-elect=perhaps|--leader-elect: \"perhaps\" is neither true nor false",
        "--zap-encoder=xml|--zap-encoder: \"xml\" is none of console, json",
        "--zap-log-level=loud|--zap-log-level: \"loud\" is none of debug, info, warn, error, panic"
            + " and no number above 0",
        "--instance-requeue-interval=3|--instance-requeue-interval: \"3\" is not a duration such as"
            + " 200ms, 3s or 1h30m",
      })
  void whatIsWrongIsSaidInOneLine(String argument, String message) {
    assertThat(failure(List.of(argument), Map.of())).isEqualTo(message);
  }

  @Test
  void aFlagWithoutItsValueIsWrong() {
    assertThat(failure(List.of("--client-burst"), Map.of()))
        .contains("--client-burst")
        .doesNotContain("\n");
  }

  @Test
  void aWrongVariableIsNamed() {
    assertThat(failure(List.of(), Map.of("KRO_CLIENT_BURST", "x")))
        .isEqualTo("KRO_CLIENT_BURST: \"x\" is not a whole number");
  }

  @Test
  void helpNamesEachFlag() throws FlagException {
    FlagParser.Command command = parser().parse(List.of("--help"), Map.of());

    assertThat(command).isInstanceOf(FlagParser.Command.Print.class);
    String text = ((FlagParser.Command.Print) command).text();
    assertThat(Flags.ALL).allSatisfy(flag -> assertThat(text).contains("--" + flag.name()));
  }

  @Test
  void versionIsPrinted() throws FlagException {
    assertThat(parser().parse(List.of("--version"), Map.of()))
        .isEqualTo(new FlagParser.Command.Print("1.2.3"));
  }

  @ParameterizedTest
  @CsvSource({"0, PT0S", "200ms, PT0.2S", "1h30m, PT1H30M", "1.5s, PT1.5S", "10us, PT0.00001S"})
  void durations(String text, Duration expected) {
    assertThat(GoDuration.read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "s", "-1s", "1 s", "1d", "9999999999h"})
  void noDurations(String text) {
    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> GoDuration.read(text)))
        .isNotNull();
  }

  private static FlagParser parser() {
    return new FlagParser("kro-runtime", "1.2.3");
  }

  private static FlagValues parse(String... arguments) throws FlagException {
    return run(List.of(arguments), Map.of());
  }

  private static FlagValues run(List<String> arguments, Map<String, String> variables)
      throws FlagException {
    return ((FlagParser.Command.Run) parser().parse(arguments, variables)).values();
  }

  private static String failure(List<String> arguments, Map<String, String> variables) {
    return catchThrowableOfType(FlagException.class, () -> parser().parse(arguments, variables))
        .getMessage();
  }
}
