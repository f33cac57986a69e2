/**
 * The CustomResourceDefinition of a group: its names, its schema with the fields the runtime
 * writes, and whether an API server will take it.
 *
 * <p>In: the schema part of the model, the compiled schema of {@code spec}, the inferred schema of
 * {@code status}. Out: a {@link GeneratedCrd} as plain JSON in a fixed order, and diagnostics. Uses
 * {@code model}, {@code schema}, {@code yaml} (values), {@code source} and {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.crd;

import org.jspecify.annotations.NullMarked;
