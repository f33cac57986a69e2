package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.source.MappedText;

/** The type part of a field, such as {@code []map[string]Port}. */
sealed interface TypeExpression {

  /**
   * {@code string}, {@code integer}, {@code boolean} or {@code float}.
   *
   * @param schemaType the type as OpenAPI calls it
   */
  record Atomic(String schemaType) implements TypeExpression {}

  /** {@code object}: any fields. */
  record AnyObject() implements TypeExpression {}

  /**
   * {@code []T}.
   *
   * @param element the type of the items
   */
  record ListOf(TypeExpression element) implements TypeExpression {}

  /**
   * {@code map[string]T}.
   *
   * @param value the type of the values
   */
  record MapOf(TypeExpression value) implements TypeExpression {}

  /**
   * An entry of {@code schema.types}, which may or may not exist.
   *
   * @param name the reference as written
   */
  record Named(MappedText name) implements TypeExpression {}
}
