package io.kro4j.compiler.diagnostics;

import io.kro4j.compiler.source.Span;

/**
 * A second place that explains a diagnostic, such as the first of two equal ids.
 *
 * @param message one sentence without a final full stop
 * @param span the place
 */
public record Related(String message, Span span) {}
