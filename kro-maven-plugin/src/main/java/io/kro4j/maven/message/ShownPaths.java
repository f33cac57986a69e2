package io.kro4j.maven.message;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Related;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names files in messages from the folder where Maven was called, so that terminals and CI find
 * them. Everything else names them from their own project's folder: what comes out must not depend
 * on where Maven was called.
 */
public final class ShownPaths {
  private final String prefix;
  private final Map<SourceFile, SourceFile> renamed = new HashMap<>();

  /**
   * Names for the files of a project.
   *
   * @param prefix what goes before a name, as {@link #prefix} makes it
   */
  public ShownPaths(String prefix) {
    this.prefix = prefix;
  }

  /**
   * What goes before a name: the project's folder as seen from where Maven was called, or its whole
   * path if it is elsewhere.
   */
  public static String prefix(Path root, Path base) {
    String shown = shown(root, base);
    return shown.equals(".") ? "" : shown + "/";
  }

  /** A path as seen from where Maven was called, or the whole path if it is elsewhere. */
  public static String shown(Path root, Path path) {
    Path from = root.toAbsolutePath().normalize();
    Path to = path.toAbsolutePath().normalize();
    Path shown = to.startsWith(from) ? from.relativize(to) : to;
    return shown.toString().isEmpty() ? "." : shown.toString().replace('\\', '/');
  }

  /** The same findings in files of other names. */
  public List<Diagnostic> rename(List<Diagnostic> diagnostics) {
    return prefix.isEmpty() ? diagnostics : diagnostics.stream().map(this::rename).toList();
  }

  private Diagnostic rename(Diagnostic diagnostic) {
    List<Related> related = new ArrayList<>();
    diagnostic.related().forEach(r -> related.add(new Related(r.message(), rename(r.span()))));
    return new Diagnostic(
        diagnostic.id(),
        diagnostic.severity(),
        diagnostic.message(),
        rename(diagnostic.span()),
        related,
        diagnostic.help());
  }

  /** The same place in a file of another name. */
  public Span rename(Span span) {
    SourceFile file =
        renamed.computeIfAbsent(span.file(), own -> SourceFile.of(shown(own.name()), own.text()));
    return new Span(file, span.start(), span.end());
  }

  /** The name to show of a file. */
  public String shown(String name) {
    if (isInArtifact(name)) {
      return name;
    }
    return Path.of(prefix).resolve(name).normalize().toString().replace('\\', '/');
  }

  /** Whether the name of a file says that it is in an artifact. */
  public static boolean isInArtifact(String name) {
    int end = name.indexOf("!/");
    return end > 0 && name.lastIndexOf('/', end - 1) < 0 && name.substring(0, end).contains(":");
  }
}
