package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.EXPRESSION_NOT_STANDALONE;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.ExpressionParser;
import io.kro4j.compiler.expression.ExpressionScanner;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.expression.ScannedString;
import io.kro4j.compiler.source.MappedText;
import java.util.Optional;

/** Reads the expressions of a definition's strings. */
final class ExpressionReader {
  private ExpressionReader() {}

  /** Whether the string is one expression and nothing else. */
  static boolean isStandalone(MappedText text) {
    return ExpressionScanner.scan(text).value().orElse(null) instanceof ScannedString.Standalone;
  }

  /** The expression of a string that may have one, alone or among text; empty if it has none. */
  static Optional<ParsedExpression> readAny(MappedText text, Diagnostics diagnostics) {
    return diagnostics
        .collect(ExpressionScanner.scan(text))
        .value()
        .filter(scanned -> !(scanned instanceof ScannedString.Plain))
        .flatMap(scanned -> diagnostics.collect(ExpressionParser.parse(scanned)).value());
  }

  /** The expression of a string that must be one and nothing else. */
  static Optional<ParsedExpression> readStandalone(MappedText text, Diagnostics diagnostics) {
    Checked<ScannedString> scanned = ExpressionScanner.scan(text);
    if (scanned.value().isEmpty() || scanned.value().get() instanceof ScannedString.Standalone) {
      return diagnostics
          .collect(scanned)
          .value()
          .flatMap(string -> diagnostics.collect(ExpressionParser.parse(string)).value());
    }
    // That an expression never closes is said here as an error, not as the warning of the scanner.
    diagnostics.add(
        EXPRESSION_NOT_STANDALONE,
        text.value().isBlank() ? text.span() : text.strip().span(),
        "only a single expression may stand here, and nothing else",
        scanned.diagnostics().stream()
            .flatMap(warning -> Optional.ofNullable(warning.help()).stream())
            .findFirst()
            .orElseGet(() -> wayOut(scanned.value().get(), text)));
    return Optional.empty();
  }

  private static String wayOut(ScannedString scanned, MappedText text) {
    String content = text.value().strip();
    if (scanned instanceof ScannedString.Plain) {
      boolean sentence = content.isEmpty() || content.contains("\n") || content.contains("${");
      return sentence ? "write an expression: `${…}`" : "write `${" + content + "}`";
    }
    boolean alone =
        content.startsWith("${") && !content.equals(text.value()) && isStandalone(text.strip());
    return alone
        ? "remove the white space around it; after `|` or `>`, write `|-` or `>-`"
        : "write all of it inside of one `${…}`";
  }
}
