/**
 * What changes between two versions of a CRD, and what of it breaks the objects and users there
 * are.
 *
 * <p>In: two CRDs as plain JSON, generated or read from a cluster. Out: {@link CrdChange}s, every
 * one of them, in a fixed order. Uses {@code schema}.
 */
@NullMarked
package io.kro4j.compiler.crd.compat;

import org.jspecify.annotations.NullMarked;
