/**
 * The lock of a build: what the groups were checked against.
 *
 * <p>In: the digests of all that a build reads schemas from, and the file with those of an earlier
 * one. Out: the text of the file, and findings about what differs. Reads and writes no files.
 */
@NullMarked
package io.kro4j.compiler.lock;

import org.jspecify.annotations.NullMarked;
