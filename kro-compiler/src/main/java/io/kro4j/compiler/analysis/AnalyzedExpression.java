package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.source.MappedText;

/**
 * A checked expression and the string it stands in.
 *
 * @param source the whole string, with delimiters
 * @param expression the expression
 */
public record AnalyzedExpression(MappedText source, CheckedExpression expression) {}
