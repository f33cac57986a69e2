/**
 * A real Kubernetes control plane for tests, shared by the test classes of one JVM.
 *
 * <p>What comes in: the programs that {@code scripts/control-plane} finds, downloads or builds.
 * What goes out: a running etcd and API server (and controller manager, for tests that need it) on
 * free ports of this machine, and a thin client. A test that cannot get its control plane fails; it
 * is never skipped.
 *
 * <p>May use: the JDK, Jackson and JUnit. Other modules use this package from this module's
 * test-jar.
 */
@NullMarked
package io.kro4j.testing;

import org.jspecify.annotations.NullMarked;
