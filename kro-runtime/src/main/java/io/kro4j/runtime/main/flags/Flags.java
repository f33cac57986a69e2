package io.kro4j.runtime.main.flags;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * All flags. Names, and values where the meaning is the same, are upstream's; the variables are
 * those of upstream's chart.
 */
public final class Flags {
  private static final List<String> LEVELS = List.of("debug", "info", "warn", "error", "panic");

  /** Where the API server is, and who asks. */
  public static final Flag<String> KUBECONFIG =
      text(
          "kubeconfig",
          "<file>",
          "The kubeconfig file; without it the Pod's ServiceAccount, or else kubectl's defaults.");

  /** The context of the kubeconfig file. */
  public static final Flag<String> CONTEXT =
      text("context", "<name>", "The context of the kubeconfig file instead of its current one.");

  /** Requests in a second. */
  public static final Flag<Double> CLIENT_QPS =
      Flag.of(
          "client-qps",
          "<n>",
          "-1",
          "How many requests to the API server in a second; 0 or less for no limit.",
          Flags::decimal);

  /** Requests at once. */
  public static final Flag<Integer> CLIENT_BURST =
      Flag.number(
          "client-burst", 1, 150, "How many requests at once after a pause, with --client-qps.");

  /** The kinds that define APIs. */
  public static final Flag<Set<String>> KINDS =
      Flag.words(
          "kinds",
          "<kinds>",
          "ResourceGroup,ResourceGraphDefinition,CompiledGraph",
          "Which kinds define APIs here, separated by commas; others are left alone.");

  /** The namespaces that are served. */
  public static final Flag<Set<String>> NAMESPACES =
      Flag.words(
          "namespaces",
          "<names>",
          "",
          "Only instances in these namespaces are served, separated by commas; empty for all.");

  /** Instances at once. */
  public static final Flag<Integer> INSTANCE_WORKERS =
      Flag.number(
          "dynamic-controller-concurrent-reconciles",
          1,
          8,
          "How many instances are reconciled at once.");

  /** Live groups at once. */
  public static final Flag<Integer> GROUP_WORKERS =
      Flag.number(
              "resource-graph-definition-concurrent-reconciles",
              1,
              1,
              "How many live groups are reconciled at once.")
          .from("KRO_RESOURCE_GROUP_CONCURRENT_RECONCILES");

  /** Revisions at once. */
  public static final Flag<Integer> REVISION_WORKERS =
      Flag.number(
          "graph-revision-concurrent-reconciles",
          1,
          1,
          "How many graph revisions are reconciled at once.");

  /** The first wait after a failure. */
  public static final Flag<Duration> MIN_DELAY =
      Flag.duration(
          "dynamic-controller-rate-limiter-min-delay",
          "200ms",
          "The wait after the first failure of an object.");

  /** The longest wait after failures. */
  public static final Flag<Duration> MAX_DELAY =
      Flag.duration(
          "dynamic-controller-rate-limiter-max-delay",
          "1000s",
          "The longest wait after failures in a row.");

  /** Retries in a second. */
  public static final Flag<Integer> RATE_LIMIT =
      Flag.number(
          "dynamic-controller-rate-limiter-rate-limit",
          0,
          10,
          "How many retries in a second, of all objects together; 0 for no limit.");

  /** Retries at once. */
  public static final Flag<Integer> BURST_LIMIT =
      Flag.number(
          "dynamic-controller-rate-limiter-burst-limit",
          1,
          100,
          "How many retries at once after a pause.");

  /** Retries of one object. */
  public static final Flag<Integer> MAX_RETRIES =
      Flag.number(
          "dynamic-controller-default-queue-max-retries",
          0,
          20,
          "How often an object is retried before it waits for something to change.");

  /** The time between looks without a cause. */
  public static final Flag<Integer> RESYNC =
      Flag.number(
          "dynamic-controller-default-resync-period",
          0,
          36000,
          "How often each instance is looked at without a cause, in seconds; 0 for never.");

  /** The time between looks at what nothing announces. */
  public static final Flag<Duration> REQUEUE =
      Flag.duration(
          "instance-requeue-interval",
          "3s",
          "How long an instance waits for what nothing announces; 0 for ever.");

  /** The time for the expressions of a pass. */
  public static final Flag<Duration> EVALUATION_TIME =
      Flag.duration(
          "instance-evaluation-timeout",
          "10s",
          "How long the expressions of one pass over an instance may run together.");

  /** The time between looks at a group that waits for its revision. */
  public static final Flag<Duration> PROGRESS_DELAY =
      Flag.duration(
          "rgd-progress-requeue-delay",
          "3s",
          "How long a live group waits for its revision before it looks again.");

  /** Objects of a collection. */
  public static final Flag<Integer> COLLECTION_SIZE =
      Flag.number("rgd-max-collection-size", 1, 1000, "How many objects a forEach may make.");

  /** Dimensions of a collection. */
  public static final Flag<Integer> COLLECTION_DIMENSIONS =
      Flag.number(
          "rgd-max-collection-dimension-size", 1, 10, "How many dimensions a forEach may have.");

  /** Revisions that are kept. */
  public static final Flag<Integer> GRAPH_REVISIONS =
      Flag.number(
          "rgd-max-graph-revisions",
          Integer.MIN_VALUE,
          5,
          "How many revisions of a live group are kept; 0 or less for all.");

  /** Whether CRDs are deleted. */
  public static final Flag<Boolean> DELETE_CRDS =
      Flag.toggle(
          "allow-crd-deletion",
          "Delete the CRD of a live group, and so its instances, with the group.");

  /** What is off by default. */
  public static final Flag<Set<String>> FEATURE_GATES =
      Flag.words(
          "feature-gates",
          "<gate=bool,…>",
          "",
          "Turns features on or off, such as CELOmitFunction=true.");

  /** Whether one of several processes leads. */
  public static final Flag<Boolean> LEADER_ELECT =
      Flag.toggle("leader-elect", "Work only while leading; others stand by to take over.");

  /** Where the Lease is. */
  public static final Flag<String> ELECTION_NAMESPACE =
      text(
          "leader-election-namespace",
          "<name>",
          "The namespace of the Lease; without it the Pod's own.");

  /** How long a leader is believed. */
  public static final Flag<Duration> LEASE_DURATION =
      Flag.duration(
          "leader-election-lease-duration",
          "15s",
          "How long those who stand by wait for a leader that is silent; in whole seconds.");

  /** When a leader gives up. */
  public static final Flag<Duration> RENEW_DEADLINE =
      Flag.duration(
          "leader-election-renew-deadline",
          "10s",
          "How long a leader that cannot renew the Lease goes on.");

  /** The time between attempts. */
  public static final Flag<Duration> RETRY_PERIOD =
      Flag.duration(
          "leader-election-retry-period", "2s", "The time between two looks at the Lease.");

  /** Where metrics are. */
  public static final Flag<String> METRICS_ADDRESS =
      Flag.of(
          "metrics-bind-address",
          "<address>",
          ":8078",
          "Where /metrics is served; 0 for nowhere.",
          value -> value);

  /** Where probes are. */
  public static final Flag<String> PROBE_ADDRESS =
      Flag.of(
          "health-probe-bind-address",
          "<address>",
          ":8079",
          "Where /healthz and /readyz are served; 0 for nowhere. Ready when all is known that may be"
              + " watched, or when it stands by.",
          value -> value);

  /** The time to end in. */
  public static final Flag<Duration> SHUTDOWN_TIMEOUT =
      Flag.duration(
          "graceful-shutdown-timeout",
          "60s",
          "How long what is being done may take when the process is told to end.");

  /** How logs look. */
  public static final Flag<String> LOG_ENCODER =
      Flag.choice("zap-encoder", List.of("console", "json"), "console", "How logs are written.")
          .from("KRO_LOG_ENCODER");

  /** What is logged. */
  public static final Flag<String> LOG_LEVEL =
      Flag.of(
              "zap-log-level",
              "<level>",
              "info",
              "What is logged: debug, info, warn, error or panic; a number above 0 is debug.",
              Flags::level)
          .from("KRO_LOG_LEVEL");

  /** When logs have stack traces. */
  public static final Flag<String> STACKTRACE_LEVEL =
      Flag.choice(
          "zap-stacktrace-level",
          List.of("info", "warn", "error", "panic"),
          "error",
          "From which level on logs have the stack trace of what failed; panic for never.");

  /** How logs tell the time. */
  public static final Flag<String> TIME_ENCODING =
      Flag.choice(
          "zap-time-encoding",
          List.of("epoch", "millis", "nano", "iso8601", "rfc3339", "rfc3339nano"),
          "rfc3339",
          "How logs tell the time.");

  /** Whether logs are for developers. */
  public static final Flag<Boolean> LOG_DEVELOPMENT =
      Flag.toggle(
              "zap-devel",
              "Log for a developer: debug, and stack traces from warn on, unless said otherwise.")
          .from("KRO_LOG_DEVELOPMENT");

  /** All of them, as the documentation lists them. */
  public static final List<Flag<?>> ALL =
      List.of(
          KUBECONFIG,
          CONTEXT,
          CLIENT_QPS,
          CLIENT_BURST,
          KINDS,
          NAMESPACES,
          INSTANCE_WORKERS,
          GROUP_WORKERS,
          REVISION_WORKERS,
          MIN_DELAY,
          MAX_DELAY,
          RATE_LIMIT,
          BURST_LIMIT,
          MAX_RETRIES,
          RESYNC,
          REQUEUE,
          EVALUATION_TIME,
          PROGRESS_DELAY,
          COLLECTION_SIZE,
          COLLECTION_DIMENSIONS,
          GRAPH_REVISIONS,
          DELETE_CRDS,
          FEATURE_GATES,
          LEADER_ELECT,
          ELECTION_NAMESPACE,
          LEASE_DURATION,
          RENEW_DEADLINE,
          RETRY_PERIOD,
          METRICS_ADDRESS,
          PROBE_ADDRESS,
          SHUTDOWN_TIMEOUT,
          LOG_ENCODER,
          LOG_LEVEL,
          STACKTRACE_LEVEL,
          TIME_ENCODING,
          LOG_DEVELOPMENT);

  private Flags() {}

  private static Flag<String> text(String name, String hint, String description) {
    return Flag.of(name, hint, "", description, value -> value);
  }

  private static String level(String value) {
    if (value.matches("[1-9][0-9]{0,2}")) {
      return "debug";
    }
    if (!LEVELS.contains(value)) {
      throw new IllegalArgumentException(
          "none of " + String.join(", ", LEVELS) + " and no number above 0");
    }
    return value;
  }

  private static double decimal(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number", e);
    }
  }
}
