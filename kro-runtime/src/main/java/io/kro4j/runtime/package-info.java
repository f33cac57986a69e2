/**
 * The runtime as one thing that is started and stopped.
 *
 * <p>In: settings, and observers for metrics. Out: groups and instances of a cluster, reconciled.
 * Holds no rules: it puts the other packages together. Nothing here reads flags, the environment or
 * files; {@code main} does.
 */
@NullMarked
package io.kro4j.runtime;

import org.jspecify.annotations.NullMarked;
