/**
 * Text with places: a {@link SourceFile}, a {@link Span} of it, and {@link MappedText}, a decoded
 * string that knows which characters of the file each of its characters came from.
 *
 * <p>In: the text of a file. Out: immutable values. Uses nothing else of this module.
 */
@NullMarked
package io.kro4j.compiler.source;

import org.jspecify.annotations.NullMarked;
