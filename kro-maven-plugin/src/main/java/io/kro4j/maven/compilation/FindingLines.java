package io.kro4j.maven.compilation;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Related;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.suppression.Suppressed;
import io.kro4j.compiler.yaml.SourceFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Findings as lines of a file, and back. A line is a word, a blank, and fields between tabs; the
 * lines of related places follow their finding, and that of the reason one that is suppressed. The
 * text of the files is not kept: it is there when the lines are read.
 */
final class FindingLines {
  private static final String FINDING = "finding ";
  private static final String SUPPRESSED = "suppressed ";
  private static final String RELATED = "related ";
  private static final String REASON = "reason ";

  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<Diagnostic> quiet = new ArrayList<>();
  private final List<Suppressed> suppressed = new ArrayList<>();

  /** The findings to which a related place belongs. */
  private List<Diagnostic> last = findings;

  private final Map<String, byte[]> contents = new HashMap<>();
  private final Map<String, SourceFile> files = new HashMap<>();

  private FindingLines(Inputs inputs) {
    Stream.of(inputs.sources(), inputs.crds(), inputs.crdsOfArtifacts(), inputs.openapi())
        .flatMap(List::stream)
        .forEach(file -> contents.putIfAbsent(file.name(), file.content()));
  }

  /** The lines of findings. */
  static List<String> write(Found found) {
    List<String> lines = new ArrayList<>();
    found.diagnostics().forEach(finding -> lines.addAll(lines(FINDING, finding)));
    for (Suppressed quiet : found.suppressed()) {
      lines.addAll(lines(SUPPRESSED, quiet.diagnostic()));
      lines.add(REASON + escape(quiet.reason()));
    }
    return lines;
  }

  /**
   * The findings of lines, with the usual severity of their ids.
   *
   * @param inputs the files that the findings are about
   * @throws IllegalArgumentException if the lines are not understood
   */
  static Found read(List<String> lines, Inputs inputs) {
    FindingLines reader = new FindingLines(inputs);
    lines.forEach(reader::read);
    if (reader.quiet.size() != reader.suppressed.size()) {
      throw new IllegalArgumentException("a suppressed finding without a reason");
    }
    return new Found(reader.findings, reader.suppressed);
  }

  private void read(String line) {
    if (line.startsWith(FINDING)) {
      findings.add(diagnostic(fields(line)));
      last = findings;
    } else if (line.startsWith(SUPPRESSED)) {
      quiet.add(diagnostic(fields(line)));
      last = quiet;
    } else if (line.startsWith(RELATED) && !last.isEmpty()) {
      List<String> fields = fields(line);
      Diagnostic of = last.remove(last.size() - 1);
      last.add(of.withRelated(fields.get(1), span(fields)));
    } else if (line.startsWith(REASON) && quiet.size() == suppressed.size() + 1) {
      String reason = line.substring(REASON.length()).translateEscapes();
      suppressed.add(new Suppressed(quiet.get(quiet.size() - 1), reason));
    } else {
      throw new IllegalArgumentException("not a finding: " + line);
    }
  }

  private Diagnostic diagnostic(List<String> fields) {
    Optional<String> help = Optional.of(fields.get(2)).filter(text -> !text.isEmpty());
    return Diagnostic.of(DiagnosticId.valueOf(fields.get(0)), span(fields), fields.get(1))
        .withHelp(help);
  }

  private static List<String> lines(String word, Diagnostic finding) {
    List<String> lines = new ArrayList<>();
    String help = Optional.ofNullable(finding.help()).orElse("");
    lines.add(word + fields(finding.id().name(), finding.message(), help, finding.span()));
    for (Related related : finding.related()) {
      lines.add(RELATED + fields("", related.message(), "", related.span()));
    }
    return lines;
  }

  private static List<String> fields(String line) {
    String[] fields = line.substring(line.indexOf(' ') + 1).split("\t", -1);
    if (fields.length != 6) {
      throw new IllegalArgumentException("not a finding: " + line);
    }
    return Stream.of(fields).map(String::translateEscapes).toList();
  }

  private static String fields(String id, String message, String help, Span span) {
    return String.join(
        "\t",
        id,
        escape(message),
        escape(help),
        Integer.toString(span.start()),
        Integer.toString(span.end()),
        escape(span.file().name()));
  }

  private Span span(List<String> fields) {
    SourceFile file = files.computeIfAbsent(fields.get(5), this::file);
    return new Span(file, Integer.parseInt(fields.get(3)), Integer.parseInt(fields.get(4)));
  }

  private SourceFile file(String name) {
    return Optional.ofNullable(contents.get(name))
        .flatMap(bytes -> SourceFiles.decode(name, bytes).value())
        .orElseThrow(() -> new IllegalArgumentException("no file " + name));
  }

  /** The text on one line, without tabs, as {@link String#translateEscapes} reads it. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
