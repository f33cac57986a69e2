package io.kro4j.maven.goal;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.maven.message.GoalReport;
import io.kro4j.maven.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the documentation of diagnostics, which this plugin brings along. */
public final class ExplainDiagnostic {
  private static final String PAGES = "/io/kro4j/maven/diagnostics/";

  private ExplainDiagnostic() {}

  /**
   * The ids of all diagnostics, by stage, each with what it is about.
   *
   * @throws IOException if a page cannot be read
   */
  public static GoalReport list() throws IOException {
    List<Message> messages = new ArrayList<>();
    messages.add(Message.info("Diagnostics; -Did=<id> explains one:"));
    for (DiagnosticId id : DiagnosticId.values()) {
      messages.add(Message.info("  " + id.code() + " (" + id.severity().word() + ")"));
      page(id.code()).map(ExplainDiagnostic::summary).map(Message::info).ifPresent(messages::add);
    }
    return GoalReport.passed(messages);
  }

  /**
   * The page of a diagnostic.
   *
   * @param code the id, such as {@code expression.unknown-field}
   * @param call the text before the name of a goal where the user calls one
   * @throws IOException if the page cannot be read
   */
  public static GoalReport explain(String code, String call) throws IOException {
    List<String> known = Stream.of(DiagnosticId.values()).map(DiagnosticId::code).toList();
    if (!known.contains(code)) {
      String help =
          Suggestions.didYouMean(code, known).orElse("`" + call + "explain` lists all diagnostics");
      return GoalReport.failed(
          List.of(
              Message.error("There is no diagnostic `" + code + "`"),
              Message.error("help: " + help)),
          "unknown diagnostic");
    }
    Optional<String> page = page(code);
    if (page.isEmpty()) {
      return GoalReport.passed(List.of(Message.info("`" + code + "` has no documentation page")));
    }
    return GoalReport.passed(List.of(Message.info(page.get())));
  }

  /** The sentence below the title of a page. */
  private static String summary(String page) {
    return "    " + page.lines().skip(1).filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  /** The page of a diagnostic, in Markdown, if this plugin brings one along. */
  public static Optional<String> bundledPage(String code) {
    try {
      return page(code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> page(String code) throws IOException {
    try (InputStream page = ExplainDiagnostic.class.getResourceAsStream(PAGES + code + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
