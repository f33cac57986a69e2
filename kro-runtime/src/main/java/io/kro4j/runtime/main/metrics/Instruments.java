package io.kro4j.runtime.main.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Makes counters, gauges and histograms with names as they appear in the output. */
final class Instruments {
  /** Upstream's buckets for whatever takes time. */
  private static final double[] SECONDS = {
    .01, .05, .1, .25, .5, 1, 2.5, 5, 10, 15, 20, 25, 30, 45, 60, 120
  };

  /** Requests and expressions are quick. */
  private static final double[] SHORT_SECONDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30
  };

  /** The CPU alone is much quicker. */
  private static final double[] TINY_SECONDS = {
    .00001, .000025, .00005, .0001, .00025, .0005, .001, .0025, .005, .01, .1, 1, 10
  };

  private final PrometheusRegistry registry;

  Instruments(PrometheusRegistry registry) {
    this.registry = registry;
  }

  Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  Gauge gauge(String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  /** A gauge whose value is asked for when somebody looks. */
  void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** Gauges whose values are asked for when somebody looks, with values for their labels. */
  void gauges(
      String name, String help, Consumer<GaugeWithCallback.Callback> values, String... labels) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .callback(values)
        .register(registry);
  }

  /** A constant with a label; its name in the output ends in {@code _info}. */
  void info(String name, String help, String label, String value) {
    Info.builder().name(name).help(help).labelNames(label).register(registry).addLabelValues(value);
  }

  /** A histogram of times; its name ends in {@code _seconds}. */
  Histogram seconds(String name, String help, String... labels) {
    return histogram(name, help, SECONDS, labels);
  }

  /** A histogram of short times; its name ends in {@code _seconds}. */
  Histogram shortSeconds(String name, String help, String... labels) {
    return histogram(name, help, SHORT_SECONDS, labels);
  }

  /** A histogram of what takes no waiting; its name ends in {@code _seconds}. */
  Histogram tinySeconds(String name, String help, String... labels) {
    return histogram(name, help, TINY_SECONDS, labels);
  }

  private Histogram histogram(String name, String help, double[] bounds, String... labels) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .unit(Unit.SECONDS)
        .labelNames(labels)
        .classicOnly()
        .classicUpperBounds(bounds)
        .register(registry);
  }
}
