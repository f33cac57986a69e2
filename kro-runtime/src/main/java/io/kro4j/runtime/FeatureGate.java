package io.kro4j.runtime;

import java.util.Arrays;
import java.util.Optional;

/** What is off until a user asks for it; names and meanings are upstream's. */
public enum FeatureGate {
  /** Templates may call {@code omit()}. */
  CEL_OMIT_FUNCTION("CELOmitFunction"),
  /** Each change of a condition of an instance becomes an Event. */
  INSTANCE_CONDITION_EVENTS("InstanceConditionEvents"),
  /** The conditions of instances are metrics. */
  INSTANCE_CONDITION_METRICS("InstanceConditionMetrics");

  private final String id;

  FeatureGate(String id) {
    this.id = id;
  }

  /** The name that users write, such as {@code CELOmitFunction}. */
  public String id() {
    return id;
  }

  /** The gate of a name, or empty if there is none. */
  public static Optional<FeatureGate> find(String id) {
    return Arrays.stream(values()).filter(gate -> gate.id.equals(id)).findFirst();
  }
}
