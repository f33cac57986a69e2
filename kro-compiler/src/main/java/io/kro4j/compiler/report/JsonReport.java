package io.kro4j.compiler.report;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.json.IndentedJson;
import io.kro4j.compiler.source.Position;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a run found in kro4j's own JSON, whose JSON Schema is in the documentation. */
public final class JsonReport {
  private static final long FORMAT_VERSION = 1;

  private JsonReport() {}

  /** The text of the document. */
  public static String write(RunReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("formatVersion", FORMAT_VERSION);
    json.put("tool", object("name", "kro4j", "version", report.tool().version()));
    json.put("goal", report.goal());
    json.put("module", report.module());
    json.put(
        "summary",
        object(
            "errors",
            report.errors(),
            "warnings",
            report.warnings(),
            "suppressed",
            report.suppressed()));
    json.put("mistakes", report.mistakes());
    json.put("files", report.files());
    json.put("findings", report.findings().stream().map(JsonReport::finding).toList());
    json.put("commands", report.commands());
    return IndentedJson.write(json);
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", diagnostic.id().code());
    json.put("severity", diagnostic.severity().word());
    json.put("message", diagnostic.message());
    json.put("place", place(diagnostic.span()));
    Optional.ofNullable(diagnostic.help()).ifPresent(help -> json.put("help", help));
    List<Object> related = new ArrayList<>();
    diagnostic
        .related()
        .forEach(r -> related.add(object("message", r.message(), "place", place(r.span()))));
    json.put("related", related);
    if (!finding.diff().isEmpty()) {
      json.put("diff", finding.diff());
    }
    finding.suppression().ifPresent(reason -> json.put("suppression", object("reason", reason)));
    return json;
  }

  private static Map<String, @Nullable Object> place(Span span) {
    Position start = span.startPosition();
    Position end = span.endPosition();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", span.file().name());
    json.put("line", (long) start.line());
    json.put("column", (long) start.column());
    json.put("endLine", (long) end.line());
    json.put("endColumn", (long) end.column());
    return json;
  }

  private static Map<String, @Nullable Object> object(Object... keysAndValues) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return json;
  }
}
