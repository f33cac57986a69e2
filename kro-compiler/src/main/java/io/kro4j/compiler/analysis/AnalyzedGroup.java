package io.kro4j.compiler.analysis;

import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.simpleschema.SpecSchema;
import java.util.List;
import java.util.Optional;

/**
 * A definition whose every part has been looked at. Parts that were too broken to check are left
 * out; the findings of the analysis say why.
 *
 * @param source the definition as written
 * @param spec the schema of the instance's {@code spec}, with its rules
 * @param statusSchema the schema of the author's {@code status} fields, an object
 * @param resources the resources, in the order of the file
 * @param order the ids in topological order; empty if there is a cycle
 * @param status the author's status fields
 * @param conditions the author's status conditions
 */
public record AnalyzedGroup(
    ResourceGroup source,
    SpecSchema spec,
    JsonSchema statusSchema,
    List<AnalyzedResource> resources,
    List<String> order,
    List<AnalyzedField> status,
    List<AnalyzedExpression> conditions) {

  /** Copies the lists. */
  public AnalyzedGroup {
    resources = List.copyOf(resources);
    order = List.copyOf(order);
    status = List.copyOf(status);
    conditions = List.copyOf(conditions);
  }

  /** The resource of an id. */
  public Optional<AnalyzedResource> resource(String id) {
    return resources.stream().filter(resource -> resource.id().equals(id)).findFirst();
  }
}
