package io.kro4j.compiler.api.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** What the runtime reports of a group. */
public class GroupStatus {
  @JsonPropertyDescription("Active while instances are served, else Inactive.")
  public String state;

  @JsonPropertyDescription("The ids of the resources, each after those that it depends on.")
  public List<String> topologicalOrder;

  @JsonPropertyDescription("How far the group is, and what is in the way.")
  public List<Condition> conditions;

  @JsonPropertyDescription("The resources that depend on others.")
  public List<ResourceInfo> resources;

  @JsonPropertyDescription("The number of the newest revision that was ever made of the group.")
  public Long lastIssuedRevision;

  /** A resource that depends on others. */
  public static class ResourceInfo {
    @JsonPropertyDescription("The id of the resource.")
    public String id;

    @JsonPropertyDescription("What it depends on.")
    public List<Dependency> dependencies;
  }

  /** A resource that another one depends on. */
  public static class Dependency {
    @JsonPropertyDescription("The id of the resource.")
    public String id;
  }
}
