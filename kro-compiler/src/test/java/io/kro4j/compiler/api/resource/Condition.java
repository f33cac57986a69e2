package io.kro4j.compiler.api.resource;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import java.time.ZonedDateTime;

/** A condition as upstream has it: only its type and status are required. */
public class Condition {
  @Required
  @JsonPropertyDescription("What the condition is about.")
  public String type;

  @Required
  @JsonPropertyDescription("Whether it holds: True, False or Unknown.")
  public String status;

  @JsonPropertyDescription("When the status last changed.")
  @JsonFormat(shape = JsonFormat.Shape.STRING)
  public ZonedDateTime lastTransitionTime;

  @JsonPropertyDescription("Why, as one word for programs.")
  public String reason;

  @JsonPropertyDescription("Why, as a sentence for people.")
  public String message;

  @Min(0)
  @JsonPropertyDescription("The generation of the spec that the condition is about.")
  public Long observedGeneration;
}
