/**
 * The output folder on disk: the one place of the compiler that does I/O, for those who call it.
 *
 * <p>In: a folder and an {@code OutputPlan}. Out: files. Uses {@code artifact}.
 */
@NullMarked
package io.kro4j.compiler.artifact.files;

import org.jspecify.annotations.NullMarked;
