package io.kro4j.compiler.artifact;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which paths in the output folder are ours to touch. No other can get in, neither by the name of a
 * group nor by a manifest that somebody edited.
 */
public final class OutputPath {
  /** The folders that hold generated files only. */
  public static final List<String> FOLDERS = List.of("crds", "graphs", "rbac");

  private static final String NAME = "[A-Za-z0-9](?:[-A-Za-z0-9.]{0,251}[A-Za-z0-9])?";

  /** The list of the objects of a folder, for kustomize, kubectl and Flux. */
  public static final String KUSTOMIZATION = "kustomization.yaml";

  /**
   * The folder of what is for other tools than kubectl; it has folders of its own. It holds
   * generated files only where something is generated for such a tool.
   */
  public static final String GITOPS = "gitops";

  /** All folders with generated files. */
  public static final List<String> ALL_FOLDERS =
      Stream.concat(FOLDERS.stream(), Stream.of(GITOPS)).toList();

  private static final String TOOL_NAME = "[A-Za-z0-9][-A-Za-z0-9._]{0,252}";

  private static final Pattern NAME_FORM = Pattern.compile(NAME);
  private static final Pattern FORM =
      Pattern.compile(
          "(?:"
              + String.join("|", FOLDERS)
              + ")/"
              + NAME
              + "\\.yaml|kustomization\\.yaml|"
              + GITOPS
              + "/(?:"
              + TOOL_NAME
              + "/){0,6}"
              + TOOL_NAME
              + "\\.(?:yaml|lua)|"
              + Pattern.quote(OutputTree.MANIFEST));

  private OutputPath() {}

  /**
   * The file of a CRD.
   *
   * @param name the name of the CRD
   */
  public static String crd(String name) {
    return FOLDERS.get(0) + "/" + name + ".yaml";
  }

  /**
   * The file of a compiled graph.
   *
   * @param name the name of the graph
   */
  public static String graph(String name) {
    return FOLDERS.get(1) + "/" + name + ".yaml";
  }

  /**
   * The file of the roles of a graph.
   *
   * @param name the name of the graph
   */
  public static String roles(String name) {
    return FOLDERS.get(2) + "/" + name + ".yaml";
  }

  /** Whether a name can be the name of a file as it is. */
  static boolean isName(String name) {
    return NAME_FORM.matcher(name).matches() && !name.contains("..");
  }

  /** Whether a path is one that the compiler may write or delete. */
  public static boolean isOurs(String path) {
    return FORM.matcher(path).matches() && !path.contains("..");
  }

  /**
   * Insists on a path that the compiler may write or delete.
   *
   * @throws IllegalArgumentException if it is another
   */
  public static void require(String path) {
    if (!isOurs(path)) {
      throw new IllegalArgumentException("not a path of the output folder: " + path);
    }
  }
}
