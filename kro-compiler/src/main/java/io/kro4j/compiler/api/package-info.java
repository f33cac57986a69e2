/**
 * kro's own kinds: the CRDs of {@code ResourceGroup}, {@code ResourceGraphDefinition} and {@code
 * GraphRevision}.
 *
 * <p>Nothing comes in; the text of the CRDs, and a catalog of the types that they define, go out.
 * May use {@code yaml} and {@code schema}, and what those speak in. The CRDs are generated from
 * annotated classes among the tests, and a test compares.
 */
@org.jspecify.annotations.NullMarked
package io.kro4j.compiler.api;
