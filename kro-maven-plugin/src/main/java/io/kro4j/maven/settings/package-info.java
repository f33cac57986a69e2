/**
 * What a goal is told: its parameters as values, whatever they came from, and the folders that it
 * may write to.
 *
 * <p>In: words of users. Out: the same in types, with a sentence about each that is wrong. What
 * only the build knows is behind {@link io.kro4j.maven.settings.Surroundings}. Knows no Maven, and
 * nothing of what is read or compiled.
 */
@NullMarked
package io.kro4j.maven.settings;

import org.jspecify.annotations.NullMarked;
