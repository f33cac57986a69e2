/**
 * Files of the user: found by what parameters say of them, and read once.
 *
 * <p>In: files, folders, patterns and coordinates of artifacts. Out: the files with their bytes,
 * and what of all that is not there. Where they are looked for is a {@link
 * io.kro4j.maven.input.FileSource}: the disk, or a commit. The only door to what Ant patterns mean.
 * Compiles nothing.
 */
@NullMarked
package io.kro4j.maven.input;

import org.jspecify.annotations.NullMarked;
