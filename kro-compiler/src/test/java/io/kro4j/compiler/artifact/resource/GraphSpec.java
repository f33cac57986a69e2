package io.kro4j.compiler.artifact.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What the compiler writes. */
public class GraphSpec {
  static final String DIGEST = "sha256:[0-9a-f]{64}";

  @Required
  @Min(1)
  @JsonPropertyDescription(
      "The version of the format. A runtime serves only the versions that it knows.")
  public int formatVersion;

  @Required
  @Pattern("^" + DIGEST + "$")
  @JsonPropertyDescription(
      "SHA-256 over the canonical JSON of the object's name and of the spec without this field. A"
          + " runtime does not serve a graph that does not match.")
  public String digest;

  @Required
  @JsonPropertyDescription("The definition that the graph was compiled from.")
  public Source source;

  @Required
  @JsonPropertyDescription("The CRD of the API that the graph serves.")
  public Crd crd;

  @Required
  @JsonPropertyDescription("The API that the graph serves: the type of its instances.")
  public Api api;

  @JsonPropertyDescription(
      "The types of the nodes' objects, each once. They must be served by the cluster before the"
          + " nodes can be.")
  public List<Type> requiredTypes;

  @JsonPropertyDescription(
      "The nodes of the graph in topological order: each after everything it depends on.")
  public List<GraphNode> nodes;

  @JsonPropertyDescription("The status of instances, as far as the author declares it.")
  public Projection status;

  @JsonPropertyDescription(
      "How the controller of this kind runs. What is absent is left to the flags of the runtime.")
  public Controller controller;

  /** The definition that the graph was compiled from. */
  public static class Source {
    @Required
    @Pattern("^" + DIGEST + "$")
    @JsonPropertyDescription(
        "SHA-256 over the canonical JSON of the definition's name, spec and own annotations.")
    public String digest;
  }

  /** The CRD of the API. */
  public static class Crd {
    @Required
    @ValidationRule(
        value = "self == oldSelf",
        message = "a compiled graph keeps its CRD; delete it and create another one")
    @JsonPropertyDescription("The name of the CRD, plural.group.")
    public String name;

    @Required
    @Pattern("^" + DIGEST + "$")
    @JsonPropertyDescription(
        "SHA-256 over the canonical JSON of the CRD's name and spec, without what an API server"
            + " adds.")
    public String digest;
  }

  /** A type of objects. */
  public static class Type {
    @Required
    @JsonPropertyDescription("Group and version, or the version alone for the core group.")
    public String apiVersion;

    @Required
    @JsonPropertyDescription("The kind.")
    public String kind;

    @Required
    @JsonPropertyDescription("The resource name in URLs.")
    public String plural;

    @Required
    @JsonPropertyDescription("Whether objects live in a namespace.")
    public Scope scope;
  }

  /** The type of the instances. */
  public static class Api {
    @Required
    @JsonPropertyDescription("Group and version.")
    public String apiVersion;

    @Required
    @ValidationRule(
        value = "self == oldSelf",
        message = "a compiled graph keeps its kind; delete it and create another one")
    @JsonPropertyDescription("The kind.")
    public String kind;

    @Required
    @JsonPropertyDescription("The resource name in URLs.")
    public String plural;

    @Required
    @ValidationRule(
        value = "self == oldSelf",
        message = "a compiled graph keeps its scope; delete it and create another one")
    @JsonPropertyDescription("Whether instances live in a namespace.")
    public Scope scope;
  }

  /** The words of scopes. */
  public enum Scope {
    Namespaced,
    Cluster
  }

  /** The status of instances. */
  public static class Projection {
    @PreserveUnknownFields
    @JsonPropertyDescription(
        "The author's status fields. Strings stand for expressions and literals as in templates.")
    public AnyObject fields;

    @JsonPropertyDescription(
        "The author's status conditions, in order. Each stands for an expression of the table that"
            + " yields a condition or a list of them.")
    public List<String> conditions;

    @JsonPropertyDescription("The expressions of the status, each once, in order of first use.")
    public List<GraphNode.Expression> expressions;
  }

  /** The settings of one controller. */
  public static class Controller {
    @Min(1)
    @JsonPropertyDescription("How many instances are reconciled at once.")
    public Integer workers;

    @JsonPropertyDescription(
        "How often every instance is looked at without a cause: a duration such as 10h or 1m30s.")
    public String resync;

    @JsonPropertyDescription("How long to wait for what nothing announces: a duration such as 3s.")
    public String requeue;

    @JsonPropertyDescription("The first wait after a failure: a duration such as 200ms.")
    public String minRetryDelay;

    @JsonPropertyDescription("The longest wait after repeated failures: a duration such as 15m.")
    public String maxRetryDelay;
  }

  /** An object with any fields. */
  public static class AnyObject {}
}
