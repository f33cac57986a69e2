/**
 * JSON text and plain JSON: maps with string keys, lists, strings, numbers, booleans, nulls.
 *
 * <p>In: a text, or a value. Out: a value, or a text; the same text on every Java release. How Go
 * reads and writes JSON decides in many places, because API servers and upstream's controller do it
 * so; libraries for Java do it otherwise.
 */
@NullMarked
package io.kro4j.compiler.json;

import org.jspecify.annotations.NullMarked;
