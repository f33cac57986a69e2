package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Reads a YAML file as Kubernetes does, into trees whose values know their places.
 *
 * <p>A syntax error costs the rest of its document; reading goes on at the next {@code ---}.
 */
public final class YamlReader {
  private static final String SEPARATOR = "---";

  private final SourceFile file;
  private final YamlLimits limits;
  private final String readable;
  private final CodePointOffsets offsets;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<YamlDocument> documents = new ArrayList<>();

  private YamlReader(SourceFile file, YamlLimits limits) {
    this.file = file;
    this.limits = limits;
    this.readable = Tabs.asSpaces(Characters.readable(file, diagnostics));
    this.offsets = new CodePointOffsets(readable);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param limits how much a document may hold
   * @return the documents that could be read, empty ones left out, with all findings in the order
   *     of the file. There is always a value; a document may be incomplete if there are errors
   */
  public static Checked<List<YamlDocument>> read(SourceFile file, YamlLimits limits) {
    return new YamlReader(file, limits).read();
  }

  private Checked<List<YamlDocument>> read() {
    int from = 0;
    do {
      from = readFrom(from);
    } while (from < readable.length());
    return Checked.of(
        List.copyOf(documents), diagnostics.list().stream().sorted(Diagnostic.BY_PLACE).toList());
  }

  /** Reads documents until the end or a syntax error, and returns where to go on. */
  private int readFrom(int from) {
    int documentStart = from + 1;
    EventReader events = new EventReader(file, readable, offsets, from);
    try {
      events.next();
      while (!events.at(Event.ID.StreamEnd)) {
        DocumentStartEvent start = (DocumentStartEvent) events.next();
        documentStart = events.end(start);
        int end = nextDocument(documentStart);
        int length = end - events.start(start);
        if (length > limits.maxDocumentLength()) {
          tooLarge(events.span(start));
          return end;
        }
        readDocument(events, start, length);
      }
      return readable.length();
    } catch (YAMLException problem) {
      diagnostics.add(SyntaxErrors.diagnostic(problem, events, file));
      return nextDocument(documentStart);
    } catch (AbandonedDocumentException reported) {
      return nextDocument(documentStart);
    }
  }

  private void readDocument(EventReader events, DocumentStartEvent start, int length) {
    YamlValue root = new TreeBuilder(events, file, limits, length, diagnostics).build();
    events.next();
    boolean empty = root instanceof YamlValue.Literal literal && literal.value() == null;
    if (!empty) {
      documents.add(new YamlDocument(root, events.span(start).union(root.span())));
    }
  }

  private void tooLarge(Span span) {
    diagnostics.add(
        DiagnosticId.YAML_TOO_LARGE,
        span,
        "the document is longer than " + limits.maxDocumentLength() + " characters",
        "an API server would not take it; split it");
  }

  /** The next line that starts a document, at or after {@code from}, or the end of the file. */
  private int nextDocument(int from) {
    int found = readable.indexOf(SEPARATOR, from);
    while (found >= 0 && !isSeparatorLine(found)) {
      found = readable.indexOf(SEPARATOR, found + 1);
    }
    return found < 0 ? readable.length() : found;
  }

  private boolean isSeparatorLine(int at) {
    int after = at + SEPARATOR.length();
    boolean starts = at == 0 || LineBreaks.isBreak(readable.charAt(at - 1));
    return starts
        && (after == readable.length()
            || readable.charAt(after) == ' '
            || readable.charAt(after) == '\t'
            || LineBreaks.isBreak(readable.charAt(after)));
  }
}
