package io.kro4j.maven.settings;

import io.kro4j.compiler.gitops.GlueSettings;
import io.kro4j.compiler.gitops.GlueTool;
import io.kro4j.maven.message.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters about the tools that bring the output to a cluster.
 *
 * @param tools the names of the tools
 * @param name how the objects of the tools are named
 * @param output the output folder in the repository, with forward slashes
 * @param instances the folder of the instances in the repository, likewise; empty for the folder
 *     {@code instances} beside the output
 * @param repository the URL of the repository; empty if not given
 */
public record GlueParameters(
    List<String> tools, String name, String output, String instances, String repository) {
  private static final List<String> TOOLS =
      Stream.of(GlueTool.values()).map(GlueTool::text).toList();

  /** No tools. */
  public static final GlueParameters NONE =
      new GlueParameters(List.of(), "kro-apis", "manifests", "", "");

  /** Copies the list. */
  public GlueParameters {
    tools = List.copyOf(tools);
  }

  /**
   * What a path is in its repository: from the folder with {@code .git} on, or else from the
   * project's folder on.
   *
   * @param base the project's folder
   * @param path a path below it
   */
  public static String inRepository(Path base, Path path) {
    Path root = base;
    for (Path folder = base; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        root = folder;
        break;
      }
    }
    return root.relativize(path).toString().replace('\\', '/');
  }

  /**
   * The same where the output is in another folder.
   *
   * @param path the folder; {@code .} for the top of the repository
   */
  public GlueParameters at(String path) {
    return new GlueParameters(tools, name, path, instances, repository);
  }

  /** What is wrong, one sentence each. */
  public List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    for (String tool : tools) {
      if (GlueTool.of(tool.strip()).isEmpty()) {
        mistakes.add(Words.noneOf("glue", tool.strip(), TOOLS));
      }
    }
    if (tools.isEmpty()) {
      return mistakes;
    }
    if (!GlueSettings.isName(name)) {
      mistakes.add(
          "parameter `glueName`: `"
              + name
              + "` is not at most 40 lower-case letters, digits and hyphens");
    }
    if (!GlueSettings.isPath(output)) {
      mistakes.add("parameter `gluePath`: `" + output + "` is not a path in the repository");
    }
    if (!GlueSettings.isPath(instancesFolder())) {
      mistakes.add(
          "parameter `glueInstances`: `" + instances + "` is not a path in the repository");
    }
    if (repository.isEmpty() && chosen().contains(GlueTool.ARGOCD)) {
      mistakes.add("parameter `glueRepository`: Argo CD needs the URL of the repository");
    }
    return mistakes;
  }

  /**
   * The settings for the compiler.
   *
   * @throws IllegalArgumentException if there are {@link #mistakes}
   */
  public GlueSettings settings() {
    return tools.isEmpty()
        ? GlueSettings.NONE
        : new GlueSettings(chosen(), name, output, instancesFolder(), repository);
  }

  /** All of it, to tell one run from another. */
  public List<String> key() {
    return Stream.concat(tools.stream(), Stream.of(name, output, instances, repository)).toList();
  }

  private String instancesFolder() {
    return instances.isEmpty()
        ? output.substring(0, output.lastIndexOf('/') + 1) + "instances"
        : instances;
  }

  private Set<GlueTool> chosen() {
    Set<GlueTool> chosen = EnumSet.noneOf(GlueTool.class);
    tools.forEach(tool -> GlueTool.of(tool.strip()).ifPresent(chosen::add));
    return chosen;
  }
}
