package io.kro4j.maven;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Related;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.SourceFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Findings as lines of a file, and back. A line is a word, {@code finding} or {@code related}, a
 * blank, and fields between tabs; the lines of related places follow their finding. The text of the
 * files is not kept: it is there when the lines are read.
 */
final class FindingLines {
  private final Map<String, byte[]> contents = new HashMap<>();
  private final Map<String, SourceFile> files = new HashMap<>();

  private FindingLines(Inputs inputs) {
    Stream.of(inputs.sources(), inputs.crds(), inputs.openapi())
        .flatMap(List::stream)
        .forEach(file -> contents.putIfAbsent(file.name(), file.content()));
  }

  /** The lines of findings. */
  static List<String> write(List<Diagnostic> findings) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic finding : findings) {
      String help = Optional.ofNullable(finding.help()).orElse("");
      lines.add("finding " + fields(finding.id().name(), finding.message(), help, finding.span()));
      for (Related related : finding.related()) {
        lines.add("related " + fields("", related.message(), "", related.span()));
      }
    }
    return lines;
  }

  /**
   * The findings of lines, with the usual severity of their ids.
   *
   * @param inputs the files that the findings are about
   * @throws IllegalArgumentException if the lines are not understood
   */
  static List<Diagnostic> read(List<String> lines, Inputs inputs) {
    FindingLines reader = new FindingLines(inputs);
    List<Diagnostic> findings = new ArrayList<>();
    for (String line : lines) {
      String[] fields = line.substring(line.indexOf(' ') + 1).split("\t", -1);
      if (fields.length != 6) {
        throw new IllegalArgumentException("not a finding: " + line);
      }
      String message = fields[1].translateEscapes();
      Span span = reader.span(fields);
      if (line.startsWith("finding ")) {
        Optional<String> help =
            Optional.of(fields[2].translateEscapes()).filter(text -> !text.isEmpty());
        findings.add(Diagnostic.of(DiagnosticId.valueOf(fields[0]), span, message).withHelp(help));
      } else if (line.startsWith("related ") && !findings.isEmpty()) {
        findings.add(findings.remove(findings.size() - 1).withRelated(message, span));
      } else {
        throw new IllegalArgumentException("not a finding: " + line);
      }
    }
    return findings;
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

  private Span span(String[] fields) {
    SourceFile file = files.computeIfAbsent(fields[5].translateEscapes(), this::file);
    return new Span(file, Integer.parseInt(fields[3]), Integer.parseInt(fields[4]));
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
