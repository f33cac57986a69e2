/**
 * Schemas of Kubernetes types: {@link JsonSchema} and the {@link SchemaCatalog} that finds one by
 * group, version and kind, offline or from a cluster's OpenAPI.
 *
 * <p>In: OpenAPI documents and CRDs as plain JSON. Out: lazy, immutable views of them. Uses {@code
 * source} and {@code diagnostics}.
 */
@NullMarked
package io.kro4j.compiler.schema;

import org.jspecify.annotations.NullMarked;
