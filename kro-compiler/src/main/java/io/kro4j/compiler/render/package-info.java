/**
 * What the runtime would do with an instance, without a cluster: the objects it would apply, what
 * waits and for what, and the status it would write.
 *
 * <p>In: compiled groups, files with instances, files with objects as they are in the cluster. Out:
 * {@link io.kro4j.compiler.render.Rendering}s, as values, YAML and JSON, and findings. Decides
 * nothing: that is what {@code instance} does, here as in the runtime.
 */
@NullMarked
package io.kro4j.compiler.render;

import org.jspecify.annotations.NullMarked;
