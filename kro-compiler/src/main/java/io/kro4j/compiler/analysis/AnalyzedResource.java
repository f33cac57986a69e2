package io.kro4j.compiler.analysis;

import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.source.MappedText;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A resource whose expressions have been checked.
 *
 * @param definition the resource as written
 * @param type the type of its objects
 * @param dependencies the ids of the resources it depends on
 * @param fields the expressions of its template or reference
 * @param includeWhen the conditions to exist
 * @param readyWhen the conditions to be ready
 * @param forEach the dimensions, outermost first
 */
public record AnalyzedResource(
    ResourceDefinition definition,
    ResourceType type,
    Set<String> dependencies,
    List<AnalyzedField> fields,
    List<AnalyzedExpression> includeWhen,
    List<AnalyzedExpression> readyWhen,
    List<Dimension> forEach) {

  /** Copies the collections. */
  public AnalyzedResource {
    dependencies = Collections.unmodifiableSet(new LinkedHashSet<>(dependencies));
    fields = List.copyOf(fields);
    includeWhen = List.copyOf(includeWhen);
    readyWhen = List.copyOf(readyWhen);
    forEach = List.copyOf(forEach);
  }

  /** The id. */
  public String id() {
    return definition.id().value();
  }

  /**
   * A dimension of a collection.
   *
   * @param name the iterator
   * @param list the list it runs over
   */
  public record Dimension(MappedText name, AnalyzedExpression list) {}
}
