/**
 * What should lie in an output folder and what does → the files that differ, each with its reason,
 * as findings.
 *
 * <p>In: digests or texts of the files to expect, and the folder as it is. Out: immutable values.
 * Writes nothing.
 */
@NullMarked
package io.kro4j.compiler.artifact.drift;

import org.jspecify.annotations.NullMarked;
