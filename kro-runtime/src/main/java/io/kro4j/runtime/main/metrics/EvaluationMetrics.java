package io.kro4j.runtime.main.metrics;

import io.kro4j.compiler.instance.ExpressionMeter;
import io.kro4j.runtime.controller.instance.NodeObserver;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** Counts what passes over instances evaluate. */
final class EvaluationMetrics implements NodeObserver, ExpressionMeter {
  private final Counter nodes;
  private final Counter nodeErrors;
  private final Histogram nodeDurations;
  private final Counter expressions;
  private final Counter expressionErrors;
  private final Histogram expressionDurations;

  EvaluationMetrics(Instruments instruments) {
    nodes =
        instruments.counter(
            "runtime_node_eval_total", "Nodes of instances that a pass decided about.");
    nodeErrors =
        instruments.counter(
            "runtime_node_eval_errors_total", "Nodes of instances whose expressions failed.");
    nodeDurations =
        instruments.tinySeconds(
            "runtime_node_eval_duration_seconds", "How long the expressions of a node take.");
    expressions = instruments.counter("cel_expr_eval_total", "Expressions of instances evaluated.");
    expressionErrors =
        instruments.counter(
            "kro4j_cel_expr_eval_errors_total",
            "Expressions that failed; one that waits for a value did not.");
    expressionDurations =
        instruments.tinySeconds("cel_expr_eval_duration_seconds", "How long an expression takes.");
  }

  @Override
  public void decided(boolean failed, Duration duration) {
    nodes.inc();
    nodeDurations.observe(RequestMetrics.seconds(duration));
    if (failed) {
      nodeErrors.inc();
    }
  }

  @Override
  public long begins() {
    return System.nanoTime();
  }

  @Override
  public void ends(long begun, boolean failed) {
    expressions.inc();
    expressionDurations.observe((System.nanoTime() - begun) / 1e9);
    if (failed) {
      expressionErrors.inc();
    }
  }
}
