/**
 * Compares what an integration test of {@code src/it} logged and wrote with its {@code expected}
 * folder; called by the cases' scripts.
 */
@NullMarked
package io.kro4j.maven.it;

import org.jspecify.annotations.NullMarked;
