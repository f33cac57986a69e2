/**
 * CEL expressions: found in strings, parsed, checked against the types of the variables, and
 * evaluated.
 *
 * <p>In: {@code MappedText} and {@code JsonSchema}. Out: {@link
 * io.kro4j.compiler.expression.ScannedString}, {@link
 * io.kro4j.compiler.expression.ParsedExpression}, {@link
 * io.kro4j.compiler.expression.CheckedExpression}, each with its diagnostics, and {@link
 * io.kro4j.compiler.expression.EvaluableExpression}, which needs no schemas. Uses {@code source},
 * {@code diagnostics}, {@code schema} and its own {@code library}. The only door to cel-java: no
 * type of it appears in a public signature.
 */
@NullMarked
package io.kro4j.compiler.expression;

import org.jspecify.annotations.NullMarked;
