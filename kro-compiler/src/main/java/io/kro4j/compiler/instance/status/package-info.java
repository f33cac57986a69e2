/**
 * What a pass over an instance found, in the words of a status: conditions, the state, the objects.
 * The runtime writes it, and a rendering shows it.
 *
 * <p>In: {@link io.kro4j.compiler.instance.status.PassFindings}, and the instance as it is. Out:
 * the whole status, by {@link io.kro4j.compiler.instance.status.InstanceStatus}. Uses {@code
 * instance} and the names of fields in {@code crd}.
 */
@NullMarked
package io.kro4j.compiler.instance.status;

import org.jspecify.annotations.NullMarked;
