/**
 * What is compiled, and what comes of it.
 *
 * <p>In: the parameters of a goal and the files they name, those of modules and of the lock among
 * them. Out: an {@link io.kro4j.maven.compilation.Outcome} with groups and findings; or what an
 * earlier run left of one, if it read the same. Writes nothing but that. Each goal that compiles
 * begins with a {@link io.kro4j.maven.compilation.GoalRun}.
 */
@NullMarked
package io.kro4j.maven.compilation;

import org.jspecify.annotations.NullMarked;
