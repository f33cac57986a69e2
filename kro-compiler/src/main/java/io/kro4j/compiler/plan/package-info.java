/**
 * What a change of the definitions changes: two compiled states in, a {@link
 * io.kro4j.compiler.plan.Plan} out, and the plan as text, JSON and Markdown.
 *
 * <p>In: what two states of the same sources compile to. Out: values; whether a change breaks is
 * decided by {@code crd.compat} alone, as in the cluster. Reads no file and knows no version
 * control.
 */
@NullMarked
package io.kro4j.compiler.plan;

import org.jspecify.annotations.NullMarked;
