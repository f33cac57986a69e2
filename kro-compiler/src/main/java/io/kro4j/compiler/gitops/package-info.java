/**
 * What Argo CD and Flux need in order to bring the output to a cluster in the right order and to
 * know when it is ready: annotations for the objects, and files that are applied by nobody but the
 * person who sets the tool up.
 *
 * <p>In: graphs, and where the output and the instances are in the repository. Out: annotations and
 * the texts of files. Uses {@code graph} with {@code schema} for the types, {@code artifact} for
 * paths and YAML, and {@code yaml} with {@code source} and {@code diagnostics} to read the test
 * data of the health rules. Nothing here reads or writes files but the scripts and test data among
 * our own resources.
 */
@NullMarked
package io.kro4j.compiler.gitops;

import org.jspecify.annotations.NullMarked;
