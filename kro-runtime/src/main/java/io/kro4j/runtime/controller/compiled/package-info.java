/**
 * Compiled graphs: {@code CompiledGraph} objects, which the compiler made in CI and Git brought
 * here.
 *
 * <p>In: the objects, and the CRDs that came with them. Out: the graphs that serve, and statuses.
 * No CRD is ever written here: they are Git's. May use all packages below {@code controller}, and
 * {@code artifact} and {@code instance} of the compiler.
 */
@NullMarked
package io.kro4j.runtime.controller.compiled;

import org.jspecify.annotations.NullMarked;
