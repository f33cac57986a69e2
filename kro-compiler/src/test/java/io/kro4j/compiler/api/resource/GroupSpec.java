package io.kro4j.compiler.api.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** What the author of a group writes. */
public class GroupSpec {
  @Required
  @JsonPropertyDescription("The API that the group defines: the type of its instances.")
  public Schema schema;

  @JsonPropertyDescription(
      "The resources behind each instance. Expressions in them order them: each comes after those"
          + " that it reads.")
  public List<GroupResource> resources;

  /** The API of the instances. */
  public static class Schema {
    @Required
    @Pattern("^[A-Z][a-zA-Z0-9]{0,62}$")
    @ValidationRule(value = "self == oldSelf", message = "kind is immutable")
    @JsonPropertyDescription("The kind of the instances, such as WebApplication.")
    public String kind;

    @Pattern("^[a-z]([-a-z0-9]*[a-z0-9])?$")
    @ValidationRule(value = "self == oldSelf", message = "plural is immutable")
    @JsonPropertyDescription(
        "The name of the instances in URLs; without it, the English plural of the kind.")
    public String plural;

    @Required
    @Pattern("^v[0-9]+(alpha[0-9]+|beta[0-9]+)?$")
    @ValidationRule(value = "self == oldSelf", message = "apiVersion is immutable")
    @JsonPropertyDescription("The version of the API without its group, such as v1alpha1.")
    public String apiVersion;

    @Default("kro.run")
    @ValidationRule(value = "self == oldSelf", message = "group is immutable")
    @JsonPropertyDescription("The API group of the instances.")
    public String group;

    @Required
    @Default("Namespaced")
    @ValidationRule(value = "self == oldSelf", message = "scope is immutable")
    @JsonPropertyDescription("Whether instances live in a namespace.")
    public Scope scope;

    @PreserveUnknownFields
    @JsonPropertyDescription("The fields of an instance's spec, in SimpleSchema.")
    public AnyObject spec;

    @PreserveUnknownFields
    @JsonPropertyDescription("Types for the spec to name, in SimpleSchema.")
    public AnyObject types;

    @PreserveUnknownFields
    @JsonPropertyDescription("The fields of an instance's status, each computed by expressions.")
    public AnyObject status;

    @JsonPropertyDescription(
        "The columns in which instances are listed. They replace the default ones.")
    public List<PrinterColumn> additionalPrinterColumns;

    @JsonPropertyDescription("Further names of the kind for command lines.")
    public List<String> shortNames;

    @JsonPropertyDescription(
        "The categories that list instances along with objects of other kinds.")
    public List<String> categories;

    @JsonPropertyDescription("Metadata of the CRD, not of instances.")
    public CrdMetadata metadata;
  }

  /** The words of scopes. */
  public enum Scope {
    Namespaced,
    Cluster
  }

  /** A column as the API of CRDs has it. */
  public static class PrinterColumn {
    @Required
    @JsonPropertyDescription("The head of the column.")
    public String name;

    @Required
    @JsonPropertyDescription("The OpenAPI type of the values.")
    public String type;

    @JsonPropertyDescription("The OpenAPI format of the values.")
    public String format;

    @JsonPropertyDescription("What the column shows, for people.")
    public String description;

    @JsonPropertyDescription("Columns of a priority above 0 are shown in wide lists only.")
    public Integer priority;

    @Required
    @JsonPropertyDescription("The path of the value in an instance.")
    public String jsonPath;
  }

  /** What is added to the CRD's own metadata. */
  public static class CrdMetadata {
    @JsonPropertyDescription("Labels of the CRD.")
    public Map<String, String> labels;

    @JsonPropertyDescription("Annotations of the CRD.")
    public Map<String, String> annotations;
  }

  /** An object with any fields. */
  public static class AnyObject {}
}
