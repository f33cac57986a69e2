/**
 * What objects say about themselves: conditions, and the status written with them.
 *
 * <p>In: what a pass found out, and the status that is in the cluster. Out: the status to write, as
 * plain JSON, or that there is nothing to write. Uses nothing of the project and no clock: times
 * are parameters.
 */
@NullMarked
package io.kro4j.runtime.status;

import org.jspecify.annotations.NullMarked;
