/**
 * Brings the objects of an instance to where they should be.
 *
 * <p>In: desired objects with their metadata, the caches of what is there. Out: what was applied,
 * pruned or deleted, and what stood in the way. Decides nothing about graphs. Uses {@code cluster}
 * and {@code watch}.
 */
@NullMarked
package io.kro4j.runtime.apply;

import org.jspecify.annotations.NullMarked;
