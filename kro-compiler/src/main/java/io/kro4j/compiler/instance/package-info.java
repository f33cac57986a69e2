/**
 * What a graph means for one instance: which objects there are to be, which of them are ready, and
 * what the instance's status says. Pure: no clock, no I/O; the same input gives the same output in
 * the cluster and in CI.
 *
 * <p>In: a {@code ResourceGraph}, an instance, and the objects that are in the cluster, as plain
 * JSON that nobody changes meanwhile. Out: {@link io.kro4j.compiler.instance.Decision}, {@link
 * io.kro4j.compiler.instance.Readiness}, {@link io.kro4j.compiler.instance.ObjectStatus}, {@link
 * io.kro4j.compiler.instance.StatusFields}, {@link io.kro4j.compiler.instance.AuthorConditions};
 * and the metadata by which objects are found again. Uses {@code graph}, {@code expression} and the
 * names of types in {@code schema}.
 */
@NullMarked
package io.kro4j.compiler.instance;

import org.jspecify.annotations.NullMarked;
