package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.instance.ExpressionMeter;
import io.kro4j.runtime.RuntimeObserver;
import io.kro4j.runtime.RuntimeStatistics;
import io.kro4j.runtime.cluster.CatalogObserver;
import io.kro4j.runtime.cluster.RequestObserver;
import io.kro4j.runtime.controller.ReconcileObserver;
import io.kro4j.runtime.controller.group.GroupObserver;
import io.kro4j.runtime.controller.instance.NodeObserver;
import io.kro4j.runtime.controller.instance.TransitionListener;
import io.kro4j.runtime.watch.WatchObserver;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Everything that is counted in a process. Names are upstream's where the meaning is the same; the
 * others begin with {@code kro4j_}.
 */
public final class RuntimeMetrics implements RuntimeObserver {
  /** The media type of what {@link #write} writes. */
  public static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer =
      PrometheusTextFormatWriter.builder().setIncludeCreatedTimestamps(false).build();
  private final RequestMetrics requests;
  private final ReconcileMetrics reconciles;
  private final GroupMetrics groups;
  private final TransitionMetrics transitions;
  private final WatchMetrics watches;
  private final SchemaMetrics schemas;
  private final EvaluationMetrics evaluations;
  private final StateMetrics state;
  private final Gauge leads;

  /**
   * Nothing is counted yet.
   *
   * @param version the version of the runtime
   * @param withConditions whether there is a value for each condition of each instance
   */
  public RuntimeMetrics(String version, boolean withConditions) {
    Instruments instruments = new Instruments(registry);
    this.requests = new RequestMetrics(instruments);
    this.reconciles = new ReconcileMetrics(instruments);
    this.groups = new GroupMetrics(instruments);
    this.transitions = new TransitionMetrics(instruments);
    this.watches = new WatchMetrics(instruments);
    this.schemas = new SchemaMetrics(instruments);
    this.evaluations = new EvaluationMetrics(instruments);
    this.state = new StateMetrics(instruments, withConditions);
    this.leads =
        instruments.gauge(
            "leader_election_master_status", "1 while this process leads, else 0.", "name");
    instruments.info("kro4j_build", "Always 1; its label is the version.", "version", version);
    JvmMetrics.builder().register(registry);
  }

  @Override
  public RequestObserver requests() {
    return requests;
  }

  @Override
  public ReconcileObserver reconciles() {
    return reconciles;
  }

  @Override
  public GroupObserver groups() {
    return groups;
  }

  @Override
  public TransitionListener transitions() {
    return transitions;
  }

  @Override
  public WatchObserver watches() {
    return watches;
  }

  @Override
  public CatalogObserver schemas() {
    return schemas;
  }

  @Override
  public NodeObserver nodes() {
    return evaluations;
  }

  @Override
  public ExpressionMeter expressions() {
    return evaluations;
  }

  @Override
  public void running(RuntimeStatistics statistics) {
    state.running(statistics);
  }

  /** Whether this process leads, in the election of a Lease. */
  public void leads(String lease, boolean now) {
    leads.labelValues(lease).set(now ? 1 : 0);
  }

  /** Writes all values in Prometheus' text format. */
  public void write(OutputStream out) throws IOException {
    writer.write(out, registry.scrape());
  }
}
