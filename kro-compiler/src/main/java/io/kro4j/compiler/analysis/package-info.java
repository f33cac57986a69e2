/**
 * From a definition as written to a checked graph: names, types of resources, templates against
 * their schemas, dependencies, types of expressions, status.
 *
 * <p>In: {@code model.ResourceGroup} and a {@code SchemaCatalog}. Out: {@link AnalyzedGroup}, which
 * keeps every place in the file for the rules of {@code validation}, and the plain {@code
 * graph.ResourceGraph} made of it. Uses {@code model}, {@code yaml}, {@code schema}, {@code
 * simpleschema}, {@code expression}, {@code graph}, {@code source} and {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.analysis;

import org.jspecify.annotations.NullMarked;
