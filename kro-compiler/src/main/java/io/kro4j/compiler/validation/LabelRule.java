package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_LITERAL_VALUE;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.model.DnsNames;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Constant labels, annotations and label selectors that no API server takes: their form is not part
 * of any schema.
 */
final class LabelRule implements GroupRule {
  private static final List<String> WITH_VALUES = List.of("In", "NotIn");
  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");
  private static final String VALUE_FORM =
      "use at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends";

  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    group.resources().forEach(resource -> new Check(resource, diagnostics).check());
  }

  /** The check of one resource. */
  private record Check(AnalyzedResource resource, Diagnostics diagnostics) {
    void check() {
      for (YamlValue.Entry label : entries("metadata", "labels")) {
        key("labels", label.key().value(), label.keySpan());
        value(label.value());
      }
      for (YamlValue.Entry annotation : entries("metadata", "annotations")) {
        // Capitals are allowed in the domain of an annotation.
        String key = annotation.key().value().toLowerCase(Locale.ROOT);
        key("annotations", key, annotation.keySpan());
      }
      for (YamlValue.Entry label : entries("metadata", "selector", "matchLabels")) {
        key("labels", label.key().value(), label.keySpan());
        value(label.value());
      }
      if (Templates.at(resource, "metadata", "selector", "matchExpressions").orElse(null)
          instanceof YamlValue.Sequence requirements) {
        requirements.items().forEach(this::requirement);
      }
    }

    private List<YamlValue.Entry> entries(String... path) {
      return Templates.at(resource, path).orElse(null) instanceof YamlValue.Mapping object
          ? object.entries()
          : List.of();
    }

    private void requirement(YamlValue item) {
      if (!(item instanceof YamlValue.Mapping requirement)) {
        return;
      }
      constant(requirement.get("key"))
          .ifPresent(key -> key("labels", key.text().value(), key.span()));
      List<YamlValue> values =
          requirement.get("values").orElse(null) instanceof YamlValue.Sequence list
              ? list.items()
              : List.of();
      values.forEach(this::value);
      constant(requirement.get("operator"))
          .ifPresent(operator -> operator(operator, values, requirement));
    }

    private void operator(
        YamlValue.Text text, List<YamlValue> values, YamlValue.Mapping requirement) {
      String operator = text.text().value();
      if (!OPERATORS.contains(operator)) {
        String choice = "use one of `" + String.join("`, `", OPERATORS) + "`";
        diagnostics.add(
            GRAPH_LITERAL_VALUE,
            text.span(),
            "a label selector has no operator `" + operator + "`",
            Suggestions.didYouMean(operator, OPERATORS).orElse(choice));
      } else if (WITH_VALUES.contains(operator) && values.isEmpty()) {
        diagnostics.add(
            GRAPH_LITERAL_VALUE,
            text.span(),
            "operator `" + operator + "` needs `values`",
            "list the values, or use `Exists` or `DoesNotExist`");
      } else if (!WITH_VALUES.contains(operator) && !values.isEmpty()) {
        diagnostics.add(
            GRAPH_LITERAL_VALUE,
            requirement.find("values").map(YamlValue.Entry::keySpan).orElse(text.span()),
            "operator `" + operator + "` takes no `values`",
            "remove them, or use `In` or `NotIn`");
      }
    }

    private void key(String what, String key, Span place) {
      if (!DnsNames.isQualifiedName(key)) {
        diagnostics.add(
            GRAPH_LITERAL_VALUE,
            place,
            "`" + key + "` is not a valid key of " + what,
            "write `name` or `example.com/name`, of letters, digits, `-`, `_` and `.`");
      }
    }

    private void value(YamlValue value) {
      constant(Optional.of(value))
          .filter(text -> !DnsNames.isLabelValue(text.text().value()))
          .ifPresent(
              text ->
                  diagnostics.add(
                      GRAPH_LITERAL_VALUE,
                      text.span(),
                      "`" + text.text().value() + "` is not a valid value of a label",
                      VALUE_FORM));
    }

    private static Optional<YamlValue.Text> constant(Optional<YamlValue> value) {
      return value
          .filter(YamlValue.Text.class::isInstance)
          .map(YamlValue.Text.class::cast)
          .filter(text -> !text.text().value().contains("${"));
    }
  }
}
