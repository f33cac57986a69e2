/**
 * Where logs go.
 *
 * <p>In: what the code says through SLF4J. Out: lines for people or for programs, on a stream. Uses
 * nothing of the project.
 */
@NullMarked
package io.kro4j.runtime.main.log;

import org.jspecify.annotations.NullMarked;
