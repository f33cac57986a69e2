package io.kro4j.compiler.artifact.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** One node of the graph. */
@ValidationRule(
    value =
        "self.type in ['Resource', 'Collection'] ? has(self.template) && !has(self.reference)"
            + " : has(self.reference) && !has(self.template)",
    message = "a Resource or Collection has a template, the others have a reference")
@ValidationRule(
    value = "has(self.forEach) == (self.type == 'Collection')",
    message = "a Collection has forEach, and only a Collection")
public class GraphNode {
  @Required
  @JsonPropertyDescription("The id, unique in the graph and the name of the node in expressions.")
  public String id;

  @Required
  @JsonPropertyDescription(
      "What the node stands for: one owned object, owned objects of a forEach, or one or more"
          + " objects that somebody else owns.")
  public Type type;

  @Required
  @JsonPropertyDescription("Group and version of the objects.")
  public String apiVersion;

  @Required
  @JsonPropertyDescription("The kind of the objects.")
  public String kind;

  @Required
  @JsonPropertyDescription("The resource name of the objects in URLs.")
  public String plural;

  @Required
  @JsonPropertyDescription("Whether the objects live in a namespace.")
  public GraphSpec.Scope scope;

  @JsonPropertyDescription("The ids of the nodes that must be ready first, in topological order.")
  public List<String> dependencies;

  @Required
  @Min(1)
  @JsonPropertyDescription("The wave: objects of the highest wave are deleted first.")
  public int applyOrder;

  @JsonPropertyDescription(
      "The node exists only if all of these hold. Each stands for an expression of the table.")
  public List<String> includeWhen;

  @JsonPropertyDescription(
      "The node is ready once all of these hold. Each stands for an expression of the table.")
  public List<String> readyWhen;

  @JsonPropertyDescription("The dimensions of a Collection, outermost first.")
  public List<Dimension> forEach;

  @PreserveUnknownFields
  @JsonPropertyDescription(
      "The manifest of a Resource or Collection. A string that begins with a dollar sign and a brace"
          + " stands for the expression of that text in the table; one more dollar sign in front"
          + " makes it literal.")
  public GraphSpec.AnyObject template;

  @PreserveUnknownFields
  @JsonPropertyDescription(
      "Which objects an External or ExternalCollection reads: apiVersion, kind, and metadata with a"
          + " name or a selector. Strings are as in a template.")
  public GraphSpec.AnyObject reference;

  @JsonPropertyDescription("The expressions of the node, each once, in order of first use.")
  public List<Expression> expressions;

  /** What a node stands for. */
  public enum Type {
    Resource,
    Collection,
    External,
    ExternalCollection
  }

  /** One dimension of a collection. */
  public static class Dimension {
    @Required
    @JsonPropertyDescription("The variable that holds the item.")
    public String name;

    @Required
    @JsonPropertyDescription("Stands for the expression of the table that yields the list.")
    public String list;
  }

  /** An expression that the compiler has checked. */
  public static class Expression {
    @Required
    @JsonPropertyDescription("The CEL text.")
    public String text;

    @Required
    @JsonPropertyDescription("The type of the result, as CEL writes types.")
    public String type;

    @JsonPropertyDescription("The variables that it reads, in order of first appearance.")
    public List<String> references;

    @JsonPropertyDescription("The fields that it reads, in order of first appearance.")
    public List<Read> reads;
  }

  /** A field that an expression reads. */
  public static class Read {
    @Required
    @JsonPropertyDescription(
        "The variable and the JSON field names from it down, separated by /. In a name ~1 stands"
            + " for / and ~0 for ~; * is every item of a list or value of a map.")
    public String path;

    @JsonPropertyDescription("What the JSON value becomes before CEL sees it; absent for itself.")
    public Conversion conversion;
  }

  /** The words of conversions. */
  public enum Conversion {
    @JsonProperty("bytes")
    BYTES,
    @JsonProperty("timestamp")
    TIMESTAMP,
    @JsonProperty("duration")
    DURATION,
    @JsonProperty("integer")
    INTEGER,
    @JsonProperty("double")
    DOUBLE
  }
}
