/**
 * The Maven plugin: parameters in, compiler called, files and messages out. This package is its
 * goals, each a mojo, and the only door to Maven's API.
 *
 * <p>In: parameters of a goal, and what Maven knows of the build. Out: the {@link
 * io.kro4j.maven.settings.Settings} that a class of the packages below works with; its report as
 * log lines, as markers in an editor, and as a build that fails with a count where the user has to
 * act. Holds no rules about ResourceGroups.
 *
 * <p>Maven takes an element of a list for an object of the class of that name if this package has
 * one, such as {@code report} in {@code reports}: no class here may be named like one.
 */
@NullMarked
package io.kro4j.maven;

import org.jspecify.annotations.NullMarked;
