package io.kro4j.compiler.api.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** What the runtime reports of a revision. */
public class RevisionStatus {
  @JsonPropertyDescription("The ids of the resources, each after those that it depends on.")
  public List<String> topologicalOrder;

  @JsonPropertyDescription("Whether the revision compiles.")
  public List<Condition> conditions;

  @JsonPropertyDescription("The resources that depend on others.")
  public List<GroupStatus.ResourceInfo> resources;
}
