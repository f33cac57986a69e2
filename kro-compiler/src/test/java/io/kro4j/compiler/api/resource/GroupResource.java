package io.kro4j.compiler.api.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** One resource of a group. */
@ValidationRule(
    value = "has(self.template) != has(self.externalRef)",
    message = "exactly one of template or externalRef must be provided")
public class GroupResource {
  @Required
  @JsonPropertyDescription("The name of the resource in expressions, unique in the group.")
  public String id;

  @PreserveUnknownFields
  @JsonPropertyDescription("The manifest to apply, with expressions in its strings.")
  public GroupSpec.AnyObject template;

  @JsonPropertyDescription("The objects to read that somebody else owns.")
  public ExternalRef externalRef;

  @JsonPropertyDescription("The resource is ready once all of these hold; each is one expression.")
  public List<String> readyWhen;

  @JsonPropertyDescription(
      "The resource is there only if all of these hold; each is one expression.")
  public List<String> includeWhen;

  @JsonPropertyDescription(
      "Makes one object for each item of a list, or for each combination of items of several."
          + " Each entry names one variable, and the expression of its list.")
  public List<Map<String, String>> forEach;

  /** Objects that somebody else owns. */
  public static class ExternalRef {
    @Required
    @JsonPropertyDescription("Group and version of the objects.")
    public String apiVersion;

    @Required
    @JsonPropertyDescription("The kind of the objects.")
    public String kind;

    @Required
    @JsonPropertyDescription("Which objects: one by name, or all that a selector finds.")
    public ExternalMetadata metadata;
  }

  /** Which objects are read. */
  @ValidationRule(
      value = "has(self.name) != has(self.selector)",
      message = "exactly one of name or selector must be provided")
  public static class ExternalMetadata {
    @JsonPropertyDescription("The name of the one object.")
    public String name;

    @JsonPropertyDescription(
        "The namespace. Without it a name is looked for in the instance's namespace, and a selector"
            + " in all of them.")
    public String namespace;

    @JsonPropertyDescription("The labels of the objects; without any, all objects.")
    public Selector selector;
  }

  /** A label selector as Kubernetes has it. */
  public static class Selector {
    @JsonPropertyDescription("Labels and the values they must have.")
    public Map<String, String> matchLabels;

    @JsonPropertyDescription("Conditions on labels; all must hold.")
    public List<Requirement> matchExpressions;
  }

  /** A condition on a label. */
  public static class Requirement {
    @Required
    @JsonPropertyDescription("The label.")
    public String key;

    @Required
    @JsonPropertyDescription("In, NotIn, Exists or DoesNotExist.")
    public String operator;

    @JsonPropertyDescription("The values for In and NotIn.")
    public List<String> values;
  }
}
