package io.kro4j.maven;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.report.Finding;
import io.kro4j.compiler.report.RunReport;
import io.kro4j.compiler.source.Position;
import io.kro4j.maven.message.ShownPaths;
import io.kro4j.maven.settings.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.build.DefaultBuildContext;

/** Shows findings in the editor that a build runs in, at their places. */
final class EditorMarkers {
  private EditorMarkers() {}

  /**
   * Replaces what an earlier build showed, and makes the editor look at the output folder again. On
   * the command line nothing is done: what would be shown is in the log already.
   *
   * @param context the editor's side of the build
   * @param report what was found
   * @param settings the parameters
   */
  static void show(BuildContext context, RunReport report, Settings settings) {
    if (context instanceof DefaultBuildContext) {
      return;
    }
    Set<String> files = new TreeSet<>(report.files());
    report.findings().forEach(finding -> files.add(finding.diagnostic().span().file().name()));
    files.removeIf(ShownPaths::isInArtifact);
    files.forEach(file -> context.removeMessages(file(settings.root(), file)));
    for (Finding finding : report.findings()) {
      if (finding.isActive()
          && !ShownPaths.isInArtifact(finding.diagnostic().span().file().name())) {
        show(context, finding.diagnostic(), settings.root());
      }
    }
    context.refresh(settings.output().toFile());
  }

  private static void show(BuildContext context, Diagnostic finding, Path root) {
    Position at = finding.span().startPosition();
    String help = finding.help() == null ? "" : " (" + finding.help() + ")";
    context.addMessage(
        file(root, finding.span().file().name()),
        at.line(),
        at.column(),
        finding.message() + help + " [" + finding.id().code() + "]",
        finding.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING,
        null);
  }

  private static File file(Path root, String name) {
    return root.resolve(name).normalize().toFile();
  }
}
