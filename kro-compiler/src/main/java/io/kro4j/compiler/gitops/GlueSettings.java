package io.kro4j.compiler.gitops;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which tools bring the output to a cluster, and what they must know.
 *
 * @param tools the tools; without any nothing is generated for them
 * @param name how the objects of the tools are named; a DNS label of at most 40 characters
 * @param output the output folder in the repository: relative, with forward slashes; {@code .} for
 *     the top
 * @param instances the folder of the instances in the repository, likewise
 * @param repository the URL of the repository, for Argo CD
 */
public record GlueSettings(
    Set<GlueTool> tools, String name, String output, String instances, String repository) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,38}[a-z0-9])?");

  /** No tools. */
  public static final GlueSettings NONE =
      new GlueSettings(Set.of(), "kro-apis", "manifests", "instances", "");

  /** Copies and checks. */
  public GlueSettings {
    tools = Collections.unmodifiableSet(new TreeSet<>(tools));
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name: " + name);
    }
    if (!isPath(output) || !isPath(instances)) {
      throw new IllegalArgumentException("not below the repository: " + output + ", " + instances);
    }
  }

  /** The path in the repository of a folder of the output. */
  String inOutput(String folder) {
    return output.equals(".") ? folder : output + "/" + folder;
  }

  /** Whether objects can be named so. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether a text is a path in a repository: relative, with forward slashes, and not upwards. */
  public static boolean isPath(String text) {
    return !text.isEmpty()
        && text.indexOf('\\') < 0
        && !text.startsWith("/")
        && !List.of(text.split("/", -1)).contains("..");
  }
}
