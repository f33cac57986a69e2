/**
 * The CRDs of live groups: when one is written, whose it is, and when it may not be changed; and
 * whether the CRD of a compiled graph is the one it was compiled with.
 *
 * <p>In: the CRD in the cluster and the one the compiler made, as plain JSON. Out: what to do, as
 * values. Pure. Uses {@code crd.compat}, {@code artifact} and {@code graph} of the compiler, and
 * {@code revision} for the name of a group.
 */
@NullMarked
package io.kro4j.runtime.crd;

import org.jspecify.annotations.NullMarked;
