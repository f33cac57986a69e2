package io.kro4j.maven.publish;

import io.kro4j.maven.git.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where to publish, and how.
 *
 * @param repository the address of the repository; empty for the one that this clone comes from
 * @param branch the branch
 * @param path the folder there; {@code .} for the top
 * @param subject the first line of the commit's message; empty for one of ours
 * @param author who makes the commit, {@code Name <address>}; empty for whom Git knows
 * @param sign whether it is signed; as Git is configured if empty
 * @param dryRun whether to say what would be done instead of doing it
 * @param allowDirty whether sources may be published that are not committed
 * @param overwrite whether files may be replaced that somebody else put there or changed
 * @param access what opens the repository
 */
public record PublishRequest(
    String repository,
    String branch,
    String path,
    String subject,
    String author,
    Optional<Boolean> sign,
    boolean dryRun,
    boolean allowDirty,
    boolean overwrite,
    ServerAccess access) {

  /** What is wrong with it, one sentence each. */
  List<String> mistakes() {
    List<String> mistakes = new ArrayList<>(access.mistakes());
    if (branch.isBlank()) {
      mistakes.add(
          "parameter `branch` (-Dkro.publish.branch): name the branch to publish to, such as"
              + " `manifests`");
    }
    if (!author.isEmpty() && Identity.parse(author).isEmpty()) {
      mistakes.add("parameter `author`: `" + author + "` is not `Name <address>`");
    }
    if (path.isBlank()) {
      mistakes.add(
          "parameter `path` (-Dkro.publish.path): name the folder in the branch, `.` for the top;"
              + " without a pom.xml there is no `artifactId` to name it after");
    }
    if (!isInside(path)) {
      mistakes.add("parameter `path`: `" + path + "` is no folder inside a repository");
    }
    return mistakes;
  }

  private static boolean isInside(String path) {
    return !path.startsWith("/")
        && !path.contains("\\")
        && Arrays.stream(path.split("/"))
            .noneMatch(part -> part.equals("..") || part.equalsIgnoreCase(".git"));
  }

  /** What goes before the path of a file: the folder and a slash, or nothing for the top. */
  String prefix() {
    String folder =
        String.join(
            "/",
            Arrays.stream(path.strip().split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList());
    return folder.isEmpty() ? "" : folder + "/";
  }
}
