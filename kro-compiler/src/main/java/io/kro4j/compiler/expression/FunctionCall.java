package io.kro4j.compiler.expression;

import io.kro4j.compiler.source.Span;

/**
 * A function that an expression calls.
 *
 * @param name the name as written: {@code size}, or {@code hash.sha256} with the prefix of a
 *     library
 * @param span the name in the file
 */
public record FunctionCall(String name, Span span) {}
