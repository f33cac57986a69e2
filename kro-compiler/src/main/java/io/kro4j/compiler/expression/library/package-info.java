/**
 * kro's CEL environment: the syntax with its macros, every function with its overloads, and the
 * limits under which programs run.
 *
 * <p>In: the text of one expression and what its variables are. Out: parsed and checked syntax
 * trees, {@link io.kro4j.compiler.expression.library.CelProgram programs}, and {@link
 * io.kro4j.compiler.expression.library.Evaluation values or failures}. Uses cel-java and nothing of
 * this module. Further functions come in as {@link
 * io.kro4j.compiler.expression.library.FunctionLibrary libraries}.
 */
@NullMarked
package io.kro4j.compiler.expression.library;

import org.jspecify.annotations.NullMarked;
