package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.source.MappedText;
import java.util.List;
import java.util.Optional;

/**
 * A resource whose strings have been taken apart, before its expressions are linked and checked.
 *
 * @param definition the resource as written
 * @param type the type of its objects; empty if no schema of it is known
 * @param template the expressions of its template or reference
 * @param includeWhen the conditions to exist
 * @param readyWhen the conditions to be ready
 * @param forEach the dimensions whose expressions could be parsed
 */
record ReadResource(
    ResourceDefinition definition,
    Optional<ResourceType> type,
    List<TemplateExpression> template,
    List<Condition> includeWhen,
    List<Condition> readyWhen,
    List<Dimension> forEach) {

  /** A standalone expression and the string it stands in. */
  record Condition(MappedText source, ParsedExpression expression) {}

  /** An iterator and the list it runs over. */
  record Dimension(MappedText name, Condition list) {}

  String id() {
    return definition.id().value();
  }

  /** Whether other resources see a list of objects. */
  boolean isCollection() {
    return !definition.forEach().isEmpty() || isExternalCollection();
  }

  boolean isExternalCollection() {
    return definition.body() instanceof ResourceDefinition.Body.ExternalRef ref && ref.bySelector();
  }
}
