/**
 * A {@code ResourceGroup} as its author wrote it: every part with its place, nothing resolved.
 *
 * <p>In: a located YAML tree. Out: {@link ResourceGroup} values and diagnostics on shape. Uses
 * {@code yaml}, {@code schema} (names of types only), {@code source} and {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.model;

import org.jspecify.annotations.NullMarked;
