/**
 * The process: what starts the runtime, says how it is, and ends it.
 *
 * <p>In: the command line, signals, probes. Out: a runtime that works while this process leads, and
 * an exit code. The only place that reads the environment.
 */
@NullMarked
package io.kro4j.runtime.main;

import org.jspecify.annotations.NullMarked;
