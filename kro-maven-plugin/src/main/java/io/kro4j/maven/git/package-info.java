/**
 * Git repositories: the only door to JGit.
 *
 * <p>In: a folder, and revisions as people write them. Out: the files of commits and of the working
 * tree, read from the object database; no {@code git} program is run and nothing is checked out.
 * What a user has to mend is a {@link io.kro4j.maven.git.GitProblem}. Knows nothing of Maven or of
 * ResourceGroups.
 */
@NullMarked
package io.kro4j.maven.git;

import org.jspecify.annotations.NullMarked;
