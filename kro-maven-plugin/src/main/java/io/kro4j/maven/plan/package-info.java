/**
 * The goal that says what changes from one Git state to another.
 *
 * <p>In: the parameters of the goal, and revisions. Out: a report, and documents about the plan.
 * Reads commits as if they were checked out, and changes nothing in the repository.
 */
@NullMarked
package io.kro4j.maven.plan;

import org.jspecify.annotations.NullMarked;
