/**
 * The port to the API server.
 *
 * <p>In: objects as plain JSON (maps, lists, strings, {@code Long}, {@code Double}, booleans,
 * null), types as {@link io.kro4j.compiler.graph.ApiType}. Out: {@link Cluster}, what the API
 * server answers to single requests, lists and watches; {@link ApiTypes}, what it serves; {@link
 * ClusterCatalog}, the schemas it publishes. Whatever it refuses is an {@link ApiException}.
 *
 * <p>The only door to fabric8, of which only the HTTP client and its configuration are used, and
 * the only one to Jackson. Nothing is retried here: that is for those who know what the request was
 * for.
 */
@NullMarked
package io.kro4j.runtime.cluster;

import org.jspecify.annotations.NullMarked;
