package io.kro4j.compiler.expression;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;

/** Expressions for tests, each in a file of its own that holds nothing else. */
final class Expressions {
  private Expressions() {}

  /** A string that stands in its file as it is. */
  static MappedText text(String text) {
    return MappedText.verbatim(new Span(SourceFile.of("test.yaml", text), 0, text.length()));
  }

  static Checked<ScannedString> scan(String text) {
    return ExpressionScanner.scan(text(text));
  }

  /** Scans and parses a string with at least one expression. */
  static Checked<ParsedExpression> parse(String text) {
    return ExpressionParser.parse(scan(text).value().orElseThrow());
  }

  static ParsedExpression parsed(String text) {
    return parse(text).value().orElseThrow(() -> new AssertionError(parse(text).diagnostics()));
  }

  /** {@code id [text the span covers] message}. */
  static String show(Diagnostic diagnostic) {
    return diagnostic.id() + " [" + diagnostic.span().text() + "] " + diagnostic.message();
  }
}
