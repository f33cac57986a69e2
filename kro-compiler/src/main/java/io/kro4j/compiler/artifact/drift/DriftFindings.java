package io.kro4j.compiler.artifact.drift;

import io.kro4j.compiler.artifact.ExistingFiles;
import io.kro4j.compiler.artifact.ExistingFiles.Existing;
import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diff.UnifiedDiff;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * Puts drift into words.
 *
 * @param tree what the folder should hold
 * @param existing what it holds
 * @param folder the name of the folder in messages
 */
public record DriftFindings(OutputTree tree, ExistingFiles existing, String folder) {

  /** The finding about a file; its place is the first line that differs, in the file as it is. */
  public Diagnostic diagnostic(Drift drift) {
    String before = before(drift);
    SourceFile file = SourceFile.of(folder + "/" + drift.path(), before);
    int at = firstDifference(before, after(drift));
    Span span = new Span(file, at, at);
    return switch (drift.reason()) {
      case MISSING ->
          Diagnostic.of(
                  DiagnosticId.OUTPUT_MISSING,
                  span,
                  "the sources compile to this file, and it is not there")
              .withHelp("compile, and commit what comes out");
      case STALE ->
          Diagnostic.of(
                  DiagnosticId.OUTPUT_STALE,
                  span,
                  drift.expected()
                      ? "the sources compile to something else than this file"
                      : "no source compiles to this file any more")
              .withHelp("compile, and commit what comes out");
      case EDITED ->
          Diagnostic.of(DiagnosticId.OUTPUT_EDITED, span, "the generated file was changed by hand")
              .withHelp("change the source instead, and let the file be replaced");
      case FOREIGN ->
          Diagnostic.of(
                  DiagnosticId.OUTPUT_FOREIGN,
                  span,
                  drift.expected()
                      ? "what is where a generated file belongs was not generated"
                      : "this is among generated files and was not generated")
              .withHelp("move it elsewhere, or delete it");
    };
  }

  /**
   * What compiling would change in a file.
   *
   * @param most how many lines to show
   * @return the lines of a unified diff, without the names of the files; none for what is foreign
   *     and in nobody's way
   */
  public List<String> diff(Drift drift, int most) {
    return drift.reason() == Drift.Reason.FOREIGN && !drift.expected()
        ? List.of()
        : UnifiedDiff.of(before(drift), after(drift), most);
  }

  private String before(Drift drift) {
    return OutputPath.isOurs(drift.path())
            && existing.at(drift.path()) instanceof Existing.File file
        ? file.generatedText()
        : "";
  }

  private String after(Drift drift) {
    return drift.expected() ? Objects.requireNonNull(tree.files().get(drift.path())) : "";
  }

  private static int firstDifference(String before, String after) {
    int at = 0;
    int lineStart = 0;
    while (at < before.length() && at < after.length() && before.charAt(at) == after.charAt(at)) {
      at++;
      if (before.charAt(at - 1) == '\n') {
        lineStart = at;
      }
    }
    return lineStart;
  }
}
