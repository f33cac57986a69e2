package io.kro4j.compiler.artifact;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which paths in the output folder are ours to touch. No other can get in, neither by the name of a
 * group nor by a manifest that somebody edited.
 */
public final class OutputPath {
  /** The folders that hold generated files only. */
  public static final List<String> FOLDERS = List.of("crds", "graphs", "rbac");

  private static final String NAME = "[A-Za-z0-9](?:[-A-Za-z0-9.]{0,251}[A-Za-z0-9])?";
  private static final Pattern NAME_FORM = Pattern.compile(NAME);
  private static final Pattern FORM =
      Pattern.compile(
          "(?:"
              + String.join("|", FOLDERS)
              + ")/"
              + NAME
              + "\\.yaml|kustomization\\.yaml|"
              + Pattern.quote(OutputTree.MANIFEST));

  private OutputPath() {}

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
