/**
 * Comments {@code # kro:ignore <id> -- reason} in a file, and the findings of a run → the findings
 * that count, those that do not, and findings about comments that do nothing.
 *
 * <p>In: files with their located trees, and diagnostics of all stages. Out: immutable values.
 */
@NullMarked
package io.kro4j.compiler.suppression;

import org.jspecify.annotations.NullMarked;
