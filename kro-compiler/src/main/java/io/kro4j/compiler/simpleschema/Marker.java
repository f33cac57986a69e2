package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;

/**
 * One {@code name=value} behind the {@code |} of a field.
 *
 * @param name which marker
 * @param value the value without its quotes and their escapes
 * @param span the value as written, or the whole marker if the value is empty
 */
record Marker(MarkerName name, MappedText value, Span span) {}
