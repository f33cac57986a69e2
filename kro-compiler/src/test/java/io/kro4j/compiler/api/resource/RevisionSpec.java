package io.kro4j.compiler.api.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;

/** A revision and what it is of. */
@ValidationRule(value = "self == oldSelf", message = "spec is immutable")
public class RevisionSpec {
  @Required
  @Min(1)
  @JsonPropertyDescription("The number of the revision; later ones of a group have higher ones.")
  public long revision;

  @Required
  @JsonPropertyDescription("The group as it was.")
  public Snapshot snapshot;

  /** A group as it was. */
  public static class Snapshot {
    @Required
    @JsonPropertyDescription("The name of the group, by which its revisions are found.")
    public String name;

    @Required
    @JsonPropertyDescription("The generation of the group, for people.")
    public long generation;

    @Required
    @JsonPropertyDescription("The spec of the group.")
    public GroupSpec spec;
  }
}
