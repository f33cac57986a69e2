/**
 * What of the cluster is kept in memory, and who is told when it changes.
 *
 * <p>In: what subscribers want to see ({@link io.kro4j.runtime.watch.Interest}), lists and watches
 * of {@code cluster}, and what our own writes returned. Out: caches that hold only that, and calls
 * of {@link io.kro4j.runtime.watch.Listener}s for changes that matter to them. {@link
 * io.kro4j.runtime.watch.OwnedFields} is the part of an object that we applied, by which drift is
 * told from what others do to the rest.
 *
 * <p>The lists and watches are our own and not fabric8's informers: those make a tree of every
 * object, which takes about ten times the memory of its text, list all objects at once, keep what
 * was there when a type goes away, and send requests that nobody can count.
 */
@NullMarked
package io.kro4j.runtime.watch;

import org.jspecify.annotations.NullMarked;
