/**
 * What the runtime counts.
 *
 * <p>In: what observers hear. Out: Prometheus text. The only door to the Prometheus client.
 */
@NullMarked
package io.kro4j.runtime.main.metrics;

import org.jspecify.annotations.NullMarked;
