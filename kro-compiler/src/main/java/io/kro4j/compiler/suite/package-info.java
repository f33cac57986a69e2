/**
 * Tests of ResourceGroups that their authors write: instances in steps, and what is expected of
 * each.
 *
 * <p>In: compiled groups and test files. Out: what each step found, as values, text and JUnit XML,
 * and findings about the files. What the runtime would do is said by {@code render}.
 */
@NullMarked
package io.kro4j.compiler.suite;

import org.jspecify.annotations.NullMarked;
