/**
 * The revisions of a live group: what each is called, when a new one is due, which one serves, and
 * which are no longer kept.
 *
 * <p>In: {@code GraphRevision} objects and the group they belong to, as plain JSON. Out: decisions,
 * and objects to write. Pure: no clock, no I/O. Uses {@code instance} of the compiler for keys, and
 * {@code cluster} to look into JSON. Names, labels and numbers are upstream's, so that a cluster
 * can move between the two.
 */
@NullMarked
package io.kro4j.runtime.revision;

import org.jspecify.annotations.NullMarked;
