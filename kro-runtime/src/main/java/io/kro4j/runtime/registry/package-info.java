/**
 * Which graph serves which kind, and where it comes from.
 *
 * <p>In: graphs, from live definitions and from compiled graphs. Out: the one that serves a kind,
 * and news of every change. Uses {@code graph} and {@code instance} of the compiler.
 */
@NullMarked
package io.kro4j.runtime.registry;

import org.jspecify.annotations.NullMarked;
