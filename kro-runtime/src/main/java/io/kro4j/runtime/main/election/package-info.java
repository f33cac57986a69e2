/**
 * Which of several processes works.
 *
 * <p>In: a Lease in the cluster. Out: that this process leads, or does not any more. It is
 * upstream's Lease, so that two runtimes of different make exclude each other too.
 */
@NullMarked
package io.kro4j.runtime.main.election;

import org.jspecify.annotations.NullMarked;
