/**
 * Kubernetes' own CEL libraries: quantities, versions, URLs, IP addresses and networks, regular
 * expressions, and functions on lists.
 *
 * <p>In: the texts and values that expressions pass to the functions. Out: immutable values and
 * results equal to those of {@code k8s.io/apiserver/pkg/cel/library} (v0.36), which is the source
 * of every rule here. May use {@code dev.cel} and RE2, and of this module only the registry of
 * functions in {@code expression.library}.
 */
@NullMarked
package io.kro4j.compiler.expression.kubernetes;

import org.jspecify.annotations.NullMarked;
