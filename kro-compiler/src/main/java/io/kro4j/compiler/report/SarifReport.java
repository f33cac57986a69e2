package io.kro4j.compiler.report;

import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Related;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.json.IndentedJson;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a run found in SARIF 2.1.0, which code hosts read to show findings at their lines.
 *
 * <p>Columns count UTF-16 code units. Names of files are relative to {@code %SRCROOT%}, the folder
 * where the run was started; where that is on a machine is not said, so that the document is the
 * same on all.
 */
public final class SarifReport {
  private static final String ROOT = "%SRCROOT%";

  private final RunReport report;
  private final List<DiagnosticId> rules;

  private SarifReport(RunReport report) {
    this.report = report;
    TreeSet<DiagnosticId> ids = new TreeSet<>();
    report.findings().forEach(finding -> ids.add(finding.diagnostic().id()));
    this.rules = List.copyOf(ids);
  }

  /** The text of the document. */
  public static String write(RunReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.put("version", "2.1.0");
    json.put("runs", List.of(new SarifReport(report).run()));
    return IndentedJson.write(json);
  }

  private Map<String, @Nullable Object> run() {
    Map<String, @Nullable Object> driver = new LinkedHashMap<>();
    driver.put("name", "kro4j");
    driver.put("semanticVersion", report.tool().version());
    driver.put("rules", rules.stream().map(this::rule).toList());
    String category = report.module().isEmpty() ? "" : report.module() + "/";
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("automationDetails", Map.of("id", "kro4j/" + report.goal() + "/" + category));
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "originalUriBaseIds",
        Map.of(ROOT, Map.of("description", text("the folder where the run was started"))));
    run.put("invocations", List.of(invocation()));
    run.put("results", report.findings().stream().map(this::result).toList());
    return run;
  }

  private Map<String, @Nullable Object> rule(DiagnosticId id) {
    Map<String, @Nullable Object> rule = new LinkedHashMap<>();
    rule.put("id", id.code());
    Optional<String> page = report.tool().page().apply(id.code());
    page.flatMap(SarifReport::summary)
        .ifPresent(summary -> rule.put("shortDescription", text(summary)));
    report.tool().pages().ifPresent(pages -> rule.put("helpUri", pages + id.code() + ".md"));
    page.ifPresent(
        markdown -> {
          Map<String, @Nullable Object> help = new LinkedHashMap<>();
          help.put("text", markdown);
          help.put("markdown", markdown);
          rule.put("help", help);
        });
    rule.put("defaultConfiguration", Map.of("level", level(id.severity())));
    return rule;
  }

  /** The sentence below the title of a page. */
  private static Optional<String> summary(String page) {
    return page.lines().skip(1).filter(line -> !line.isBlank()).findFirst();
  }

  private Map<String, @Nullable Object> invocation() {
    Map<String, @Nullable Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", report.mistakes().isEmpty());
    if (!report.mistakes().isEmpty()) {
      List<Object> notifications = new ArrayList<>();
      for (String mistake : report.mistakes()) {
        Map<String, @Nullable Object> notification = new LinkedHashMap<>();
        notification.put("level", "error");
        notification.put("message", text(mistake));
        notifications.add(notification);
      }
      invocation.put("toolConfigurationNotifications", notifications);
    }
    return invocation;
  }

  private Map<String, @Nullable Object> result(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("ruleId", diagnostic.id().code());
    result.put("ruleIndex", (long) rules.indexOf(diagnostic.id()));
    result.put("level", level(diagnostic.severity()));
    String help = diagnostic.help() == null ? "" : "\nhelp: " + diagnostic.help();
    result.put("message", text(diagnostic.message() + help));
    result.put("locations", List.of(Map.of("physicalLocation", place(diagnostic.span()))));
    if (!diagnostic.related().isEmpty()) {
      result.put("relatedLocations", related(diagnostic.related()));
    }
    // What stays the same when lines are added above.
    String identity =
        String.join("\n", diagnostic.id().code(), file(diagnostic), diagnostic.message());
    result.put("partialFingerprints", Map.of("kro4jFinding/v1", Digest.ofText(identity).text()));
    finding.suppression().ifPresent(reason -> result.put("suppressions", List.of(inFile(reason))));
    return result;
  }

  private static Map<String, @Nullable Object> inFile(String reason) {
    Map<String, @Nullable Object> suppression = new LinkedHashMap<>();
    suppression.put("kind", "inSource");
    suppression.put("justification", reason);
    return suppression;
  }

  private static List<Object> related(List<Related> related) {
    List<Object> places = new ArrayList<>();
    for (Related place : related) {
      Map<String, @Nullable Object> location = new LinkedHashMap<>();
      location.put("id", (long) places.size());
      location.put("message", text(place.message()));
      location.put("physicalLocation", place(place.span()));
      places.add(location);
    }
    return places;
  }

  private static Map<String, @Nullable Object> place(Span span) {
    Map<String, @Nullable Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", FileUri.of(span.file().name()));
    if (FileUri.isRelative(span.file().name())) {
      artifact.put("uriBaseId", ROOT);
    }
    int startLine = span.startPosition().line();
    int endLine = span.endPosition().line();
    Map<String, @Nullable Object> region = new LinkedHashMap<>();
    region.put("startLine", (long) startLine);
    region.put("startColumn", column(span, startLine, span.start()));
    region.put("endLine", (long) endLine);
    region.put("endColumn", column(span, endLine, span.end()));
    Map<String, @Nullable Object> place = new LinkedHashMap<>();
    place.put("artifactLocation", artifact);
    place.put("region", region);
    return place;
  }

  /** Offsets are in UTF-16 code units already; {@code Position} counts code points. */
  private static long column(Span span, int line, int offset) {
    return offset - span.file().lineStart(line) + 1L;
  }

  private static String file(Diagnostic diagnostic) {
    return diagnostic.span().file().name();
  }

  private static Map<String, @Nullable Object> text(String text) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("text", text);
    return message;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }
}
