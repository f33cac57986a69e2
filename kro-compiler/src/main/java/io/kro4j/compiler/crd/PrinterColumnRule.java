package io.kro4j.compiler.crd;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Severity;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printer column has a name, one of five types and a JSON path from the root. What an API server
 * refuses is an error; a path it takes and can never find anything at is a warning.
 */
final class PrinterColumnRule {
  private static final Set<String> TYPES =
      new TreeSet<>(Set.of("boolean", "date", "integer", "number", "string"));
  private static final Set<String> FORMATS =
      new TreeSet<>(
          Set.of("int32", "int64", "float", "double", "byte", "date", "date-time", "password"));
  private static final Pattern SIMPLE_PATH = Pattern.compile("(\\.[A-Za-z_][A-Za-z0-9_-]*)+");
  private static final Pattern STEP = Pattern.compile("[^.]+");

  private final YamlValue.Mapping column;
  private final List<Diagnostic> found = new ArrayList<>();

  private PrinterColumnRule(YamlValue.Mapping column) {
    this.column = column;
  }

  /** What is wrong with a column. */
  static List<Diagnostic> check(YamlValue.Mapping column, JsonSchema schema) {
    PrinterColumnRule rule = new PrinterColumnRule(column);
    rule.required("name");
    rule.oneOf("type", rule.required("type"), TYPES);
    rule.oneOf("format", rule.text("format"), FORMATS);
    rule.priority();
    rule.required("jsonPath").ifPresent(path -> rule.path(path, schema));
    return rule.found;
  }

  private Optional<MappedText> required(String key) {
    Optional<MappedText> text = text(key);
    if (column.get(key).isEmpty()) {
      error(column.start(), "a printer column needs a `" + key + "`");
    } else if (text.filter(value -> value.value().isEmpty()).isPresent()) {
      error(text.get().span(), "`" + key + "` of a printer column must not be empty");
    }
    return text.filter(value -> !value.value().isEmpty());
  }

  private Optional<MappedText> text(String key) {
    Optional<YamlValue> value = column.get(key);
    if (value.isPresent() && !(value.get() instanceof YamlValue.Text)) {
      error(value.get().span(), "`" + key + "` of a printer column must be a string");
    }
    return value.flatMap(
        v -> v instanceof YamlValue.Text text ? Optional.of(text.text()) : Optional.empty());
  }

  private void oneOf(String key, Optional<MappedText> text, Set<String> allowed) {
    text.filter(value -> !value.value().isEmpty() && !allowed.contains(value.value()))
        .ifPresent(
            value ->
                found.add(
                    diagnostic(
                            value.span(),
                            "`" + key + "` of a printer column cannot be `" + value + "`")
                        .withHelp(
                            Suggestions.didYouMean(value.value(), allowed)
                                .orElse("use one of `" + String.join("`, `", allowed) + "`"))));
  }

  private void priority() {
    column
        .get("priority")
        .filter(
            value ->
                !(value.toJson() instanceof Long number && number.intValue() == number.longValue()))
        .ifPresent(
            value ->
                error(
                    value.span(), "`priority` of a printer column must be an integer of 32 bits"));
  }

  private void path(MappedText path, JsonSchema schema) {
    if (!path.value().startsWith(".")) {
      found.add(
          diagnostic(path.span(), "`jsonPath` must start with a dot")
              .withHelp("write the path from the root of the object, such as `.spec.name`"));
    } else if (!isBalanced(path.value())) {
      found.add(
          warning(
              path.span(),
              "`jsonPath` has an unclosed bracket or quote: kubectl shows no columns"));
    } else if (SIMPLE_PATH.matcher(path.value()).matches()) {
      find(path, schema);
    }
  }

  /** Follows a path without filters or indices through what the schema knows. */
  private void find(MappedText path, JsonSchema root) {
    JsonSchema at = root;
    Matcher steps = STEP.matcher(path.value());
    while (steps.find()) {
      String name = steps.group();
      Optional<JsonSchema> next = at.property(name).or(at::additionalProperties);
      boolean open = !at.isType("object") || at.preservesUnknownFields() || name.equals("metadata");
      if (next.isEmpty() || open) {
        if (!open) {
          found.add(
              warning(
                      path.span(steps.start(), steps.end()),
                      "the column is always empty: there is no field `" + name + "`")
                  .withHelp(Suggestions.didYouMean(name, at.properties().keySet())));
        }
        return;
      }
      at = next.get();
    }
  }

  private static boolean isBalanced(String path) {
    int brackets = 0;
    char quote = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        brackets++;
      } else if (c == ']') {
        brackets--;
      }
    }
    return brackets == 0 && quote == 0;
  }

  private void error(Span span, String message) {
    found.add(diagnostic(span, message));
  }

  private static Diagnostic diagnostic(Span span, String message) {
    return Diagnostic.of(DiagnosticId.CRD_PRINTER_COLUMN, span, message);
  }

  private static Diagnostic warning(Span span, String message) {
    return diagnostic(span, message).withSeverity(Severity.WARNING);
  }
}
