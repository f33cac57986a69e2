/**
 * Rules over an analysed group: what the API server would refuse although the types are right, and
 * what is legal and probably not meant. One rule is one class with one id, one documentation page
 * and one fixture.
 *
 * <p>In: {@code analysis.AnalyzedGroup}. Out: diagnostics. Uses {@code analysis}, {@code model},
 * {@code yaml}, {@code schema}, {@code expression}, {@code source} and {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.validation;

import org.jspecify.annotations.NullMarked;
