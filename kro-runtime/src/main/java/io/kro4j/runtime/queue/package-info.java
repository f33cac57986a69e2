/**
 * What is to be reconciled next, and when.
 *
 * <p>In: keys that something happened to. Out: one key at a time for each worker, never the same
 * key to two of them. Uses nothing of the project.
 */
@NullMarked
package io.kro4j.runtime.queue;

import org.jspecify.annotations.NullMarked;
