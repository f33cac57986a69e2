/**
 * Live groups: {@code ResourceGroup} and {@code ResourceGraphDefinition} objects in the cluster,
 * which are compiled here, with the compiler that CI has.
 *
 * <p>In: the objects, their {@code GraphRevision}s and the CRDs of the cluster. Out: revisions,
 * CRDs that the runtime owns, the graphs that serve, and statuses. May use all packages below
 * {@code controller}, and the compiler.
 */
@NullMarked
package io.kro4j.runtime.controller.group;

import org.jspecify.annotations.NullMarked;
