/**
 * The command line.
 *
 * <p>In: arguments and environment variables. Out: values of flags, or one line that says what is
 * wrong. The only door to picocli. Uses the compiler's suggestions.
 */
@NullMarked
package io.kro4j.runtime.main.flags;

import org.jspecify.annotations.NullMarked;
