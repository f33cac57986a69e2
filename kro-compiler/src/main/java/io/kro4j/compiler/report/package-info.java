/**
 * What a run found → documents for other tools: JSON, SARIF, JUnit XML, Markdown.
 *
 * <p>In: findings, and results of tests of any kind. Out: the whole text of a document, the same
 * for the same input: no time, no machine. Text for people is made by {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.report;

import org.jspecify.annotations.NullMarked;
