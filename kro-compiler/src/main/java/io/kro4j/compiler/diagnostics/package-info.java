/**
 * What the compiler has to say about its input, as values: a {@link Diagnostic} has an id, a
 * severity, a sentence, a place and a way out. Renderers turn them into text for people and tools.
 *
 * <p>In: places and facts from every stage. Out: immutable diagnostics. Uses {@code source} only.
 */
@NullMarked
package io.kro4j.compiler.diagnostics;

import org.jspecify.annotations.NullMarked;
