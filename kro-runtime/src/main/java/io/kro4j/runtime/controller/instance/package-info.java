/**
 * Brings instances to where their graphs want them.
 *
 * <p>In: keys of instances, the graphs that serve their kinds, caches of what is in the cluster.
 * Out: requests to the API server, as few as possible, and the status of the instance. What is to
 * be done is decided by {@code instance} of the compiler; here it is done. One pass is one walk
 * over the graph: the nodes of a level are applied at once, what server-side apply returns is what
 * the next level sees.
 */
@NullMarked
package io.kro4j.runtime.controller.instance;

import org.jspecify.annotations.NullMarked;
