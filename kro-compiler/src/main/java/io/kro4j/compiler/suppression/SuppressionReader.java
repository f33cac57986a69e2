package io.kro4j.compiler.suppression;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the comments of a file that suppress findings.
 *
 * <p>One at the end of a line is about that line. One on a line of its own is about what starts on
 * the next line that is neither empty nor a comment: the entry or item there with all that is in
 * it, or the whole document before its first line.
 */
public final class SuppressionReader {
  private static final String WORD = "kro:ignore";
  private static final Pattern COMMENT =
      Pattern.compile(
          "#\\h*" + WORD + "(?:\\h+(?<id>[^\\s#]+?))??(?:\\h+--\\h*(?<reason>\\V*?))?\\h*");

  /** Longer than any reason; what matches the pattern must not take long to find out. */
  private static final int LONGEST = 1000;

  private final SourceFile file;
  private final Nodes nodes;

  /** For each line the next one, or itself, that is neither empty nor a comment; 0 if none is. */
  private final int[] contents;

  private final List<Suppression> found = new ArrayList<>();
  private final Diagnostics diagnostics = new Diagnostics();

  private SuppressionReader(SourceFile file, List<YamlDocument> documents) {
    this.file = file;
    this.nodes = new Nodes(documents);
    this.contents = contents(file);
  }

  /**
   * Reads the comments.
   *
   * @param file the file
   * @param documents what it holds, which tells comments from text with a {@code #}
   * @return those that say what they have to, and findings about the others; always a value
   */
  public static Checked<List<Suppression>> read(SourceFile file, List<YamlDocument> documents) {
    return file.text().contains(WORD)
        ? new SuppressionReader(file, documents).read()
        : Checked.of(List.of());
  }

  private Checked<List<Suppression>> read() {
    for (int line = 1; line <= lines(file); line++) {
      int start = file.lineStart(line);
      int end = file.lineEnd(line);
      int word = file.text().indexOf(WORD, start);
      if (word >= start && word < end) {
        int at = file.text().lastIndexOf('#', word);
        if (at >= start && isComment(start, at)) {
          comment(line, at, end);
        }
      }
    }
    return Checked.of(List.copyOf(found), diagnostics.list());
  }

  private boolean isComment(int lineStart, int at) {
    boolean starts = at == lineStart || Character.isWhitespace(file.text().charAt(at - 1));
    return starts && !nodes.isInScalar(at);
  }

  private void comment(int line, int at, int end) {
    Span comment = new Span(file, at, end);
    Matcher parts = COMMENT.matcher(comment.text());
    if (end - at > LONGEST || !parts.matches()) {
      // Such as `kro:ignored` is not meant for us.
      if (comment.text().matches("#\\h*" + WORD + "\\h.*")) {
        incomplete(comment);
      }
      return;
    }
    Optional<String> id = Optional.ofNullable(parts.group("id"));
    String reason = Optional.ofNullable(parts.group("reason")).orElse("").strip();
    if (id.isEmpty() || reason.isEmpty()) {
      incomplete(comment);
      return;
    }
    Span idSpan = new Span(file, at + parts.start("id"), at + parts.end("id"));
    known(id.get(), idSpan)
        .ifPresent(
            known -> found.add(new Suppression(comment, known, reason, target(line, at, comment))));
  }

  private void incomplete(Span comment) {
    diagnostics.add(
        DiagnosticId.SUPPRESSION_INCOMPLETE,
        comment,
        "a comment that suppresses findings needs their id and a reason",
        "write `# " + WORD + " <id> -- <why it is no news>`");
  }

  private Optional<DiagnosticId> known(String code, Span span) {
    Optional<DiagnosticId> id =
        Stream.of(DiagnosticId.values()).filter(any -> any.code().equals(code)).findFirst();
    if (id.isEmpty()) {
      List<String> warnings =
          Stream.of(DiagnosticId.values())
              .filter(any -> any.severity() == Severity.WARNING)
              .map(DiagnosticId::code)
              .toList();
      diagnostics.add(
          Diagnostic.of(
                  DiagnosticId.SUPPRESSION_UNKNOWN_ID, span, "there is no finding `" + code + "`")
              .withHelp(Suggestions.didYouMean(code, warnings)));
    } else if (id.get().severity() == Severity.ERROR) {
      diagnostics.add(
          DiagnosticId.SUPPRESSION_ERROR,
          span,
          "`" + code + "` is an error, and only warnings can be suppressed",
          "mend what the error is about");
      return Optional.empty();
    }
    return id;
  }

  private Span target(int line, int at, Span comment) {
    int lineStart = file.lineStart(line);
    if (!file.text().substring(lineStart, at).isBlank()) {
      return new Span(file, lineStart, at);
    }
    int next = line < lines(file) ? contents[line + 1] : 0;
    return next == 0
        ? comment
        : nodes.startingIn(file.lineStart(next), file.lineEnd(next)).orElse(comment);
  }

  private static int[] contents(SourceFile file) {
    int[] contents = new int[lines(file) + 2];
    for (int line = lines(file); line > 0; line--) {
      String text = file.text().substring(file.lineStart(line), file.lineEnd(line)).strip();
      boolean skipped = text.isEmpty() || text.startsWith("#") || text.equals("---");
      contents[line] = skipped ? contents[line + 1] : line;
    }
    return contents;
  }

  private static int lines(SourceFile file) {
    return file.position(file.text().length()).line();
  }
}
