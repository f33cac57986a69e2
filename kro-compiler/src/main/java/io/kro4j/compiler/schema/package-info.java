/**
 * Schemas of Kubernetes types: {@link JsonSchema} and the {@link SchemaCatalog} that finds one by
 * group, version and kind, offline or from a cluster's OpenAPI.
 *
 * <p>In: OpenAPI documents and CRDs as plain JSON, and the schemas of Kubernetes' own types that
 * are bundled as resources in {@code kubernetes/} (written by {@code scripts/kubernetes-schemas}).
 * Out: lazy, immutable views of them. Uses {@code source} and {@code diagnostics}, and Jackson's
 * token stream for the bundled resources only: what users write is read by package {@code yaml}.
 */
@NullMarked
package io.kro4j.compiler.schema;

import org.jspecify.annotations.NullMarked;
