package io.kro4j.runtime.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kro4j.runtime.FeatureGate;
import io.kro4j.runtime.RuntimeSettings;
import io.kro4j.runtime.ServedKind;
import io.kro4j.runtime.cluster.ClusterSettings.RateLimit;
import io.kro4j.runtime.main.flags.FlagException;
import io.kro4j.runtime.main.log.LogSettings;
import io.kro4j.runtime.main.log.LogSettings.Format;
import io.kro4j.runtime.main.log.LogSettings.Threshold;
import io.kro4j.runtime.main.log.TimeFormat;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  @Test
  void withoutFlagsTheDefaults() throws FlagException {
    ProcessSettings settings = read();

    assertThat(settings.runtime()).isEqualTo(RuntimeSettings.defaults("1.2.3"));
    assertThat(settings.log()).isEqualTo(LogSettings.DEFAULT);
    assertThat(settings.metrics()).contains(new InetSocketAddress(8078));
    assertThat(settings.probes()).contains(new InetSocketAddress(8079));
    assertThat(settings.election()).isEmpty();
  }

  @Test
  void flagsReachTheRuntime() throws FlagException {
    RuntimeSettings settings =
        read(
                "--kubeconfig=/some/file",
                "--context=there",
                "--client-qps=50",
                "--client-burst=60",
                "--kinds=CompiledGraph,ResourceGroup",
                "--namespaces=b,a",
                "--dynamic-controller-concurrent-reconciles=3",
                "--dynamic-controller-default-resync-period=60",
                "--instance-requeue-interval=0",
                "--rgd-max-collection-size=7",
                "--allow-crd-deletion",
                "--feature-gates=CELOmitFunction=true")
            .runtime();

    assertThat(settings.cluster().kubeconfig()).isEqualTo(Path.of("/some/file"));
    assertThat(settings.cluster().context()).isEqualTo("there");
    assertThat(settings.cluster().rateLimit()).isEqualTo(new RateLimit(50, 60));
    assertThat(settings.kinds())
        .containsExactly(ServedKind.RESOURCE_GROUP, ServedKind.COMPILED_GRAPH);
    assertThat(settings.namespaces()).containsExactly("a", "b");
    assertThat(settings.workers().instances()).isEqualTo(3);
    assertThat(settings.intervals().resync()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.intervals().requeue()).isZero();
    assertThat(settings.limits().maxCollectionSize()).isEqualTo(7);
    assertThat(settings.deletesCrds()).isTrue();
    assertThat(settings.features()).containsExactly(FeatureGate.CEL_OMIT_FUNCTION);
  }

  @Test
  void zeroAndLessKeepAllRevisions() throws FlagException {
    assertThat(read("--rgd-max-graph-revisions=0").runtime().maxGraphRevisions()).isZero();
    assertThat(read("--rgd-max-graph-revisions", "-1").runtime().maxGraphRevisions()).isEqualTo(-1);
  }

  @Test
  void allGatesAreOnTogetherButForThoseThatAreNamed() throws FlagException {
    assertThat(read("--feature-gates=AllAlpha=true,CELOmitFunction=false").runtime().features())
        .containsExactly(
            FeatureGate.INSTANCE_CONDITION_EVENTS, FeatureGate.INSTANCE_CONDITION_METRICS);
  }

  @Test
  void developersSeeMoreUnlessTheySayOtherwise() throws FlagException {
    assertThat(read("--zap-devel").log())
        .isEqualTo(
            new LogSettings(Format.CONSOLE, Threshold.DEBUG, Threshold.WARN, TimeFormat.RFC3339));
    assertThat(read("--zap-devel", "--zap-log-level=error", "--zap-encoder=json").log())
        .isEqualTo(
            new LogSettings(Format.JSON, Threshold.ERROR, Threshold.WARN, TimeFormat.RFC3339));
  }

  @Test
  void theLeaseIsInThePodsNamespaceUnlessSaidOtherwise() throws FlagException {
    assertThat(read("--leader-elect").election().orElseThrow().namespace()).isEqualTo("home");
    assertThat(
            read("--leader-elect", "--leader-election-namespace=away")
                .election()
                .orElseThrow()
                .namespace())
        .isEqualTo("away");
  }

  @Test
  void addressesMayNameAHostOrNothing() throws FlagException {
    ProcessSettings settings =
        read("--metrics-bind-address=0", "--health-probe-bind-address=[::1]:80");

    assertThat(settings.metrics()).isEmpty();
    assertThat(settings.probes()).contains(new InetSocketAddress("::1", 80));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--kinds=Nothing|--kinds: \"Nothing\" is none of ResourceGroup, ResourceGraphDefinition,"
            + " CompiledGraph",
        "--kinds=,|--kinds: must name at least one of ResourceGroup, ResourceGraphDefinition,"
            + " CompiledGraph",
        "--context=x|--context: needs --kubeconfig",
        "--feature-gates=Warp=true|--feature-gates: \"Warp\" is no feature; there are"
            + " CELOmitFunction, InstanceConditionEvents, InstanceConditionMetrics, AllAlpha,"
            + " AllBeta",
        "--feature-gates=CELOmitFunction|--feature-gates: \"CELOmitFunction\" has no value; write"
            + " CELOmitFunction=true",
        "--feature-gates=CELOmitFunction=on|--feature-gates: \"CELOmitFunction\" must be true or"
            + " false, not \"on\"",
        "--metrics-bind-address=8078|--metrics-bind-address: \"8078\" is no address such as :8078",
        "--metrics-bind-address=:99999|--metrics-bind-address: \":99999\" is no address such as"
            + " :8078",
        "--dynamic-controller-rate-limiter-max-delay=1ms|--dynamic-controller-rate-limiter-max-delay:"
            + " must not be shorter than --dynamic-controller-rate-limiter-min-delay",
        "--instance-evaluation-timeout=0|--instance-evaluation-timeout: must be longer than 0",
        "--leader-elect --leader-election-lease-duration=1500ms|--leader-election-lease-duration:"
            + " must be a number of whole seconds",
        "--leader-elect --leader-election-renew-deadline=15s|--leader-election-renew-deadline: must"
            + " be shorter than --leader-election-lease-duration",
        "--leader-elect --leader-election-retry-period=9s|--leader-election-retry-period: must be"
            + " over 0 and well below --leader-election-renew-deadline: at most 5/6 of it",
      })
  void whatDoesNotFitIsSaidInOneLine(String line, String message) {
    FlagException failure = catchThrowableOfType(FlagException.class, () -> read(line.split(" ")));

    assertThat(failure).hasMessage(message);
  }

  @Test
  void outsideAClusterTheNamespaceOfTheLeaseMustBeGiven() {
    Surroundings outside = new Surroundings(Map.of(), "me", Optional.empty());

    FlagException failure =
        catchThrowableOfType(
            FlagException.class, () -> Main.settings(List.of("--leader-elect"), outside, "1.2.3"));

    assertThat(failure)
        .hasMessage("--leader-elect: outside a cluster, --leader-election-namespace must be given");
  }

  private static ProcessSettings read(String... arguments) throws FlagException {
    Surroundings pod = new Surroundings(Map.of(), "me", Optional.of("home"));
    return Main.settings(List.of(arguments), pod, "1.2.3").orElseThrow();
  }
}
