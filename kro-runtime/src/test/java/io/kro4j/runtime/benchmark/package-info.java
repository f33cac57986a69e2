/**
 * Measures a runtime process against a control plane of its own; see {@code docs/benchmarks.md}.
 */
@NullMarked
package io.kro4j.runtime.benchmark;

import org.jspecify.annotations.NullMarked;
