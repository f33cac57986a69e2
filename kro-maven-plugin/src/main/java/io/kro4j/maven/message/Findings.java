package io.kro4j.maven.message;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.TextRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts findings into the words of a build. */
public final class Findings {
  private Findings() {}

  /**
   * Each finding with its place, excerpt and help, in the given order, and then where to read more.
   *
   * @param call the text before the name of a goal where the user calls one
   */
  public static List<Message> messages(List<Diagnostic> diagnostics, String call) {
    List<Message> messages = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      String text = withoutPage(TextRenderer.render(diagnostic));
      messages.add(diagnostic.isError() ? Message.error(text) : Message.warning(text));
    }
    if (!diagnostics.isEmpty()) {
      messages.add(Message.info("`" + call + "explain -Did=<id>` tells more about a finding"));
    }
    return messages;
  }

  /** The page of a diagnostic is in this plugin, and not where its text says. */
  private static String withoutPage(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("  see: "))
        .collect(Collectors.joining("\n"));
  }

  /** How many there are, such as {@code 2 errors, 1 warning}. */
  public static String count(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    long warnings = diagnostics.size() - errors;
    List<String> counts = new ArrayList<>();
    if (errors > 0) {
      counts.add(Words.count(errors, "error"));
    }
    if (warnings > 0) {
      counts.add(Words.count(warnings, "warning"));
    }
    return String.join(", ", counts);
  }
}
