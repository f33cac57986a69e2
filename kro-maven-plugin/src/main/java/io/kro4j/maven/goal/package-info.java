/**
 * What each goal does: a class that runs, and what only that needs.
 *
 * <p>In: the parameters of a goal. Out: its {@link io.kro4j.maven.message.GoalReport}, and files:
 * the output folder, pages, pictures, schemas, drafts, the lock. Goals that work with Git are in
 * packages beside this one. Knows no Maven.
 */
@NullMarked
package io.kro4j.maven.goal;

import org.jspecify.annotations.NullMarked;
