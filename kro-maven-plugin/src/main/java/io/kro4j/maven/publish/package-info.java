/**
 * The goal that commits what comes out to a branch of a remote repository.
 *
 * <p>In: the parameters of the goal, and what opens the repository. Out: a report, and a commit
 * unless there is nothing to be changed. Never overwrites what others push meanwhile.
 */
@NullMarked
package io.kro4j.maven.publish;

import org.jspecify.annotations.NullMarked;
