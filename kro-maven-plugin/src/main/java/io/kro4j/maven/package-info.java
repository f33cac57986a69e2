/**
 * The Maven plugin: parameters in, compiler called, files and messages out.
 *
 * <p>In: parameters of a goal and the files they name. Out: log lines, the files below the output
 * folder, and a build that fails with a count where the user has to act. Holds no rules about
 * ResourceGroups. The only door to Maven's API; uses the public API of kro-compiler.
 */
@NullMarked
package io.kro4j.maven;

import org.jspecify.annotations.NullMarked;
