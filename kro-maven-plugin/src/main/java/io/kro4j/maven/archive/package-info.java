/**
 * Looks for CRDs in what a Maven artifact is.
 *
 * <p>In: a jar, a zip or a folder. Out: the files in it that may hold CRDs, or why it cannot be
 * read. Nothing is unpacked to disk, and what an archive may hold is bounded.
 */
@NullMarked
package io.kro4j.maven.archive;

import org.jspecify.annotations.NullMarked;
