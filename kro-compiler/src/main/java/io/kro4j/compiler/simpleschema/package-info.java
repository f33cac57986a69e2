/**
 * SimpleSchema, the short notation for the schema of a new API ({@code replicas: integer |
 * default=3 minimum=1}), into an OpenAPI schema that an API server accepts.
 *
 * <p>In: the {@code types} and {@code spec} objects of a group as located YAML. Out: the schema of
 * {@code spec}, the validation rules in it with their places, and diagnostics that point at the
 * token that is wrong. The one way in is {@link SimpleSchemaCompiler}. Uses {@code yaml}, {@code
 * schema}, {@code source} and {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.simpleschema;

import org.jspecify.annotations.NullMarked;
