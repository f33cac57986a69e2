package io.kro4j.runtime.controller.instance;

import io.kro4j.compiler.graph.ControllerSettings;
import io.kro4j.compiler.instance.EvaluationOptions;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How instances are reconciled.
 *
 * @param version the version of the runtime, for labels and annotations
 * @param requeue how long to wait for what nothing announces; zero for ever, as upstream's {@code
 *     --instance-requeue-interval}
 * @param resync how long until an instance is looked at again without a cause; zero for ever
 * @param evaluation bounds of one pass
 * @param timeLimit how long the expressions of one pass may run together
 */
public record InstanceSettings(
    String version,
    Duration requeue,
    Duration resync,
    EvaluationOptions evaluation,
    Duration timeLimit) {

  /** The same for one kind, whose graph may say otherwise. */
  InstanceSettings with(ControllerSettings kind) {
    return new InstanceSettings(
        version,
        kind.requeue().orElse(requeue),
        kind.resync().orElse(resync),
        evaluation,
        timeLimit);
  }

  /** The bounds of a pass that begins now. */
  EvaluationOptions evaluationUntil(LongSupplier nanoTime) {
    long deadline = nanoTime.getAsLong() + timeLimit.toNanos();
    return new EvaluationOptions(
        evaluation.limits().until(() -> nanoTime.getAsLong() - deadline > 0),
        evaluation.maxCollectionSize(),
        evaluation.meter());
  }
}
