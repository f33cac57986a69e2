package io.kro4j.compiler.source;

/**
 * A place in a file as people count it.
 *
 * @param line the line, from 1
 * @param column the column, from 1, in Unicode code points
 */
public record Position(int line, int column) {}
