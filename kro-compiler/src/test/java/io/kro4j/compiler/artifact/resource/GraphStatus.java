package io.kro4j.compiler.artifact.resource;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.util.List;

/** What the runtime reports. */
public class GraphStatus {
  @JsonPropertyDescription("The generation of the spec that the status is about.")
  public Long observedGeneration;

  @JsonPropertyDescription("Whether the graph is served, and what is in the way if not.")
  public List<Condition> conditions;

  /** A condition as Kubernetes has it. */
  public static class Condition {
    @Required
    @JsonPropertyDescription("What the condition is about.")
    public String type;

    @Required
    @JsonPropertyDescription("Whether it holds: True, False or Unknown.")
    public Status status;

    @Required
    @JsonPropertyDescription("When the status last changed.")
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public java.time.ZonedDateTime lastTransitionTime;

    @Required
    @JsonPropertyDescription("Why, as one word for programs.")
    public String reason;

    @JsonPropertyDescription("Why, as a sentence for people.")
    public String message;

    @JsonPropertyDescription("The generation of the spec that the condition is about.")
    public Long observedGeneration;
  }

  /** The words of a condition's status. */
  public enum Status {
    True,
    False,
    Unknown
  }
}
