package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_LITERAL_VALUE;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Quoted;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.expression.KubernetesQuantity;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.TextPatterns;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/**
 * Constants of a template that the API server would refuse: a missing required field, a value that
 * is not one of the enumerated, out of range, too long, or of the wrong form.
 */
final class LiteralValueRule implements GroupRule {
  private static final GroupVersionKind CRD =
      new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition");

  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    TextPatterns patterns = new TextPatterns();
    Templates.created(group)
        .filter(resource -> !resource.type().gvk().equals(CRD))
        .forEach(resource -> new Walk(resource, patterns, diagnostics).walk());
  }

  /** The walk over one template. */
  private static final class Walk {
    private final AnalyzedResource resource;
    private final TextPatterns patterns;
    private final Diagnostics diagnostics;

    Walk(AnalyzedResource resource, TextPatterns patterns, Diagnostics diagnostics) {
      this.resource = resource;
      this.patterns = patterns;
      this.diagnostics = diagnostics;
    }

    void walk() {
      YamlValue.Mapping object = resource.definition().body().object();
      walk(object, resource.type().schema(), FieldPath.ROOT, object.start());
    }

    /**
     * Looks at a value.
     *
     * @param name where the value is named: its key, or the start of an item of a list
     */
    private void walk(YamlValue value, JsonSchema schema, FieldPath path, Span name) {
      boolean empty = value instanceof YamlValue.Literal literal && literal.value() == null;
      if (empty || isComputed(value)) {
        return;
      }
      if (value instanceof YamlValue.Mapping object) {
        walkObject(object, schema, path, name);
      } else if (value instanceof YamlValue.Sequence list) {
        checkCount(list, schema, path);
        schema.items().ifPresent(items -> walkItems(list, items, path));
      } else {
        checkScalar(value, schema, path);
      }
    }

    private void walkItems(YamlValue.Sequence list, JsonSchema schema, FieldPath path) {
      for (int i = 0; i < list.items().size(); i++) {
        YamlValue item = list.items().get(i);
        Span name = item instanceof YamlValue.Mapping object ? object.start() : item.span();
        walk(item, schema, path.item(i), name);
      }
    }

    /** Whether the value holds an expression, sound or not: it is no constant either way. */
    private static boolean isComputed(YamlValue value) {
      return value instanceof YamlValue.Text text && text.text().value().contains("${");
    }

    private void walkObject(
        YamlValue.Mapping object, JsonSchema schema, FieldPath path, Span place) {
      checkRequired(object, schema, path, place);
      for (YamlValue.Entry entry : object.entries()) {
        String name = entry.key().value();
        schema
            .property(name)
            .or(schema::additionalProperties)
            .ifPresent(field -> walk(entry.value(), field, path.field(name), entry.keySpan()));
      }
    }

    private void checkRequired(
        YamlValue.Mapping object, JsonSchema schema, FieldPath path, Span place) {
      List<String> missing =
          schema.required().stream()
              .filter(name -> object.get(name).isEmpty())
              .filter(name -> schema.property(name).filter(JsonSchema::hasDefault).isEmpty())
              .filter(name -> !(path.equals(FieldPath.ROOT) && name.equals("status")))
              .filter(name -> !isMisspelt(name, object, schema))
              .toList();
      if (!missing.isEmpty()) {
        report(
            place,
            (path.equals(FieldPath.ROOT) ? "the object" : "`" + path + "`")
                + " has no `"
                + String.join("` and no `", missing)
                + "`, which the API server requires");
      }
    }

    /** Whether a field that the object has, and the schema has not, was meant to be this one. */
    private static boolean isMisspelt(String name, YamlValue.Mapping object, JsonSchema schema) {
      return object.entries().stream()
          .map(entry -> entry.key().value())
          .filter(written -> schema.property(written).isEmpty())
          .flatMap(written -> Suggestions.nearest(written, schema.properties().keySet()).stream())
          .anyMatch(name::equals);
    }

    private void checkCount(YamlValue.Sequence list, JsonSchema schema, FieldPath path) {
      int count = list.items().size();
      checkBounds(list, path, count, schema, "minItems", "maxItems", "items");
    }

    private void checkScalar(YamlValue value, JsonSchema schema, FieldPath path) {
      Object json = value.toJson();
      if (!schema.enumeration().isEmpty() && !schema.enumeration().contains(json)) {
        List<String> allowed = schema.enumeration().stream().map(String::valueOf).toList();
        diagnostics.add(
            Diagnostic.of(
                    GRAPH_LITERAL_VALUE,
                    value.span(),
                    "`" + path + "` cannot be " + Quoted.text(String.valueOf(json)))
                .withHelp(
                    Suggestions.didYouMean(String.valueOf(json), allowed)
                        .orElse("use one of " + Quoted.some(allowed))));
      } else if (json instanceof String text) {
        checkText(value, text, schema, path);
      } else if (json instanceof Number number) {
        checkBounds(value, path, number.doubleValue(), schema, "minimum", "maximum", "");
      }
    }

    private void checkText(YamlValue value, String text, JsonSchema schema, FieldPath path) {
      if (schema.isQuantity()) {
        checkQuantity(value, text, path);
        return;
      }
      int length = text.codePointCount(0, text.length());
      checkBounds(value, path, length, schema, "minLength", "maxLength", "characters");
      Optional<String> pattern = schema.text("pattern");
      if (pattern.isPresent() && patterns.excludes(pattern.get(), text)) {
        report(value.span(), "`" + path + "` does not match " + Quoted.text(pattern.get()));
      }
    }

    private void checkQuantity(YamlValue value, String text, FieldPath path) {
      if (!KubernetesQuantity.isValid(text)) {
        diagnostics.add(
            GRAPH_LITERAL_VALUE,
            value.span(),
            "`" + path + "` must be a quantity, and `" + text + "` is none",
            KubernetesQuantity.nearest(text)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("write a number with a suffix right behind it, such as `500m` or `1Gi`"));
      }
    }

    private void checkBounds(
        YamlValue value,
        FieldPath path,
        double amount,
        JsonSchema schema,
        String lower,
        String upper,
        String unit) {
      Optional<Number> least = schema.number(lower).filter(bound -> amount < bound.doubleValue());
      Optional<Number> most = schema.number(upper).filter(bound -> amount > bound.doubleValue());
      least.ifPresent(bound -> report(value.span(), bounded(path, "at least", bound, unit)));
      most.ifPresent(bound -> report(value.span(), bounded(path, "at most", bound, unit)));
    }

    /** What a bound says; a unit is counted and in the plural. */
    private static String bounded(FieldPath path, String relation, Number bound, String unit) {
      String counted =
          bound.doubleValue() == 1 && !unit.isEmpty() ? unit.replaceAll("s$", "") : unit;
      return "`"
          + path
          + (unit.isEmpty() ? "` must be " : "` must have ")
          + (relation + " " + bound + " " + counted).strip();
    }

    private void report(Span place, String message) {
      diagnostics.add(Diagnostic.of(GRAPH_LITERAL_VALUE, place, message));
    }
  }
}
