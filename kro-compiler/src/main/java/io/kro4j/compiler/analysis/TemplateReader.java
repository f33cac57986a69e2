package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_LITERAL_TYPE;
import static io.kro4j.compiler.diagnostics.DiagnosticId.GRAPH_UNKNOWN_FIELD;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Walks a template next to the schema of its type: finds the expressions, and checks that every
 * field exists and that every constant has a type its field allows.
 *
 * <p>Where the schema keeps unknown fields nothing is checked, but a field that it does declare
 * still gives its expressions a type. Constants are checked by type only, as upstream does; their
 * values are the business of {@code validation}.
 */
final class TemplateReader {
  /** What YAML takes for a number or a boolean if it stands without quotes. */
  private static final Pattern LITERAL = Pattern.compile("true|false|[-+]?[0-9]+(\\.[0-9]+)?");

  private final Diagnostics diagnostics;
  private final String type;
  private final List<TemplateExpression> found = new ArrayList<>();

  /**
   * A reader.
   *
   * @param type how messages call the type of the object
   */
  private TemplateReader(String type, Diagnostics diagnostics) {
    this.type = type;
    this.diagnostics = diagnostics;
  }

  /** The expressions of an object, which is checked against a schema. */
  static List<TemplateExpression> checked(
      YamlValue.Mapping object, JsonSchema schema, Diagnostics diagnostics) {
    TemplateReader reader = new TemplateReader(kind(object), diagnostics);
    reader.walk(object, schema, FieldPath.ROOT);
    return reader.found;
  }

  /** The expressions of an object, which is not checked; a schema, if any, still types them. */
  static List<TemplateExpression> unchecked(
      YamlValue.Mapping object, Optional<JsonSchema> schema, Diagnostics diagnostics) {
    TemplateReader reader = new TemplateReader(kind(object), diagnostics);
    reader.scan(object, schema, FieldPath.ROOT);
    return reader.found;
  }

  private static String kind(YamlValue.Mapping object) {
    return object
        .get("kind")
        .map(kind -> "`" + kind.span().text() + "`")
        .orElse("an object without a kind");
  }

  private void walk(YamlValue value, JsonSchema schema, FieldPath path) {
    List<String> types = SchemaLookup.types(schema);
    if (types.isEmpty()) {
      diagnostics.add(
          GRAPH_UNKNOWN_FIELD,
          value.span(),
          "the schema of `" + path + "` names no type, so no value can be checked against it",
          "leave the field out, or mend the schema it comes from");
    } else if (value instanceof YamlValue.Text text) {
      walkText(text, schema, types, path);
    } else if (value instanceof YamlValue.Literal literal) {
      checkLiteral(literal, types, path);
    } else if (schema.preservesUnknownFields()) {
      scan(value, Optional.of(schema), path);
    } else if (value instanceof YamlValue.Mapping object) {
      walkObject(object, schema, types, path);
    } else if (value instanceof YamlValue.Sequence list) {
      walkList(list, schema, types, path);
    }
  }

  private void walkText(
      YamlValue.Text text, JsonSchema schema, List<String> types, FieldPath path) {
    boolean standalone = ExpressionReader.isStandalone(text.text());
    if (!standalone && !allows(types, "string")) {
      reportType(text, types, path);
    } else {
      read(text, Optional.of(schema), path);
    }
  }

  private void walkObject(
      YamlValue.Mapping object, JsonSchema schema, List<String> types, FieldPath path) {
    boolean open = Boolean.TRUE.equals(schema.keyword("additionalProperties"));
    if (!types.contains("object") && schema.additionalProperties().isEmpty() && !open) {
      reportType(object, types, path);
      return;
    }
    for (YamlValue.Entry entry : object.entries()) {
      String name = entry.key().value();
      Optional<JsonSchema> field = SchemaLookup.field(schema, name);
      if (field.isPresent()) {
        walk(entry.value(), field.get(), path.field(name));
      } else {
        diagnostics.add(
            Diagnostic.of(
                    GRAPH_UNKNOWN_FIELD,
                    entry.key().span(),
                    "`" + path.field(name) + "` is not a field of " + type)
                .withHelp(
                    Suggestions.didYouMean(name, schema.properties().keySet())
                        .or(() -> knownFields(schema))));
      }
    }
  }

  private static Optional<String> knownFields(JsonSchema schema) {
    List<String> names = schema.properties().keySet().stream().sorted().toList();
    if (names.isEmpty()) {
      return Optional.of("the type declares no fields here; remove it");
    }
    String some = String.join("`, `", names.subList(0, Math.min(8, names.size())));
    return Optional.of(
        "remove it; known fields are `" + some + "`" + (names.size() > 8 ? ", …" : ""));
  }

  private void walkList(
      YamlValue.Sequence list, JsonSchema schema, List<String> types, FieldPath path) {
    if (!types.contains("array")) {
      reportType(list, types, path);
      return;
    }
    Optional<JsonSchema> items = schema.items();
    if (items.isEmpty()) {
      diagnostics.add(
          GRAPH_UNKNOWN_FIELD,
          list.span(),
          "the schema of `" + path + "` does not say what its items are",
          "leave the field out, or mend the schema it comes from");
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      walk(list.items().get(i), items.get(), path.item(i));
    }
  }

  private void checkLiteral(YamlValue.Literal literal, List<String> types, FieldPath path) {
    Object value = literal.value();
    boolean sound =
        value == null
            || types.contains(SchemaLookup.ANY)
            || (types.contains("integer") && value instanceof Long)
            || (types.contains("number") && value instanceof Number)
            || (types.contains("boolean") && value instanceof Boolean);
    if (!sound) {
      reportType(literal, types, path);
    }
  }

  private static boolean allows(List<String> types, String type) {
    return types.contains(type) || types.contains(SchemaLookup.ANY);
  }

  private void reportType(YamlValue value, List<String> types, FieldPath path) {
    diagnostics.add(
        GRAPH_LITERAL_TYPE,
        value.span(),
        "`"
            + path
            + "` must be "
            + TypeWords.withArticles(types)
            + ", not "
            + TypeWords.withArticle(value),
        wayOut(value, types));
  }

  private static String wayOut(YamlValue value, List<String> types) {
    if (value instanceof YamlValue.Literal && types.contains("string")) {
      return "put the value in quotes";
    }
    if (value instanceof YamlValue.Text text && LITERAL.matcher(text.text().value()).matches()) {
      return "remove the quotes around the value";
    }
    boolean mixed = value instanceof YamlValue.Text text && text.text().value().contains("${");
    return mixed
        ? "text and expressions side by side make a string; write a single `${…}`"
        : "write a value of that type, or an expression that yields one";
  }

  /** Finds expressions without checking anything around them. */
  private void scan(YamlValue value, Optional<JsonSchema> schema, FieldPath path) {
    if (value instanceof YamlValue.Text text) {
      read(text, schema, path);
    } else if (value instanceof YamlValue.Mapping object) {
      for (YamlValue.Entry entry : object.entries()) {
        String name = entry.key().value();
        scan(
            entry.value(),
            schema.flatMap(known -> SchemaLookup.field(known, name)),
            path.field(name));
      }
    } else if (value instanceof YamlValue.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        scan(list.items().get(i), schema.flatMap(JsonSchema::items), path.item(i));
      }
    }
  }

  private void read(YamlValue.Text text, Optional<JsonSchema> schema, FieldPath path) {
    Optional<ParsedExpression> parsed = ExpressionReader.readAny(text.text(), diagnostics);
    parsed.ifPresent(
        expression -> found.add(new TemplateExpression(path, text, expression, schema)));
  }
}
