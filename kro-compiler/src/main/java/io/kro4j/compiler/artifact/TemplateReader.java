package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.json.JsonNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the expressions of one owner's table back into its templates and conditions. */
final class TemplateReader {
  private final Map<String, GraphExpression> byReference = new HashMap<>();

  /**
   * A reader for one owner.
   *
   * @param expressions the entries of the owner's table
   */
  static TemplateReader of(List<ObjectReader> expressions) throws InvalidArtifactException {
    TemplateReader reader = new TemplateReader();
    ExpressionTable table = new ExpressionTable();
    for (ObjectReader entry : expressions) {
      GraphExpression expression = expression(entry);
      reader.byReference.put(table.add(expression), expression);
    }
    return reader;
  }

  /** The fields of an object with their expressions. */
  FieldValue.Fields fields(ObjectReader owner, String name) throws InvalidArtifactException {
    owner.objectOrEmpty(name);
    Object value = owner.raw(name);
    return value == null
        ? FieldValue.Fields.EMPTY
        : (FieldValue.Fields) value(owner.path(name), value);
  }

  /** The expressions that a list of strings stands for. */
  List<GraphExpression> expressions(ObjectReader owner, String name)
      throws InvalidArtifactException {
    List<GraphExpression> expressions = new ArrayList<>();
    for (String reference : owner.texts(name)) {
      expressions.add(resolve(owner.path(name), reference));
    }
    return expressions;
  }

  /** The expression that a string stands for. */
  GraphExpression expression(ObjectReader owner, String name) throws InvalidArtifactException {
    return resolve(owner.path(name), owner.text(name));
  }

  private FieldValue value(String path, @Nullable Object value) throws InvalidArtifactException {
    if (value instanceof Map<?, ?> map) {
      Map<String, FieldValue> fields = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String name = (String) entry.getKey();
        fields.put(name, value(path + "." + name, entry.getValue()));
      }
      return new FieldValue.Fields(fields);
    }
    if (value instanceof List<?> list) {
      List<FieldValue> items = new ArrayList<>();
      for (Object item : list) {
        items.add(value(path + "[" + items.size() + "]", item));
      }
      return new FieldValue.Items(items);
    }
    if (value instanceof String text) {
      return text(path, text);
    }
    return new FieldValue.Literal(value instanceof Number n ? JsonNumbers.plain(n) : value);
  }

  private FieldValue text(String path, String text) throws InvalidArtifactException {
    if (!TemplateText.isSpecial(text)) {
      return new FieldValue.Literal(text);
    }
    if (TemplateText.isEscaped(text)) {
      return new FieldValue.Literal(TemplateText.unescape(text));
    }
    return text.equals(TemplateText.NULL)
        ? new FieldValue.Literal(null)
        : new FieldValue.Computed(resolve(path, text));
  }

  private GraphExpression resolve(String path, String reference) throws InvalidArtifactException {
    GraphExpression expression = byReference.get(reference);
    if (expression == null) {
      throw InvalidArtifactException.invalid(path, "has an expression that is not in the table");
    }
    return expression;
  }

  private static GraphExpression expression(ObjectReader entry) throws InvalidArtifactException {
    entry.only("text", "type", "references", "reads");
    List<GraphExpression.Read> reads = new ArrayList<>();
    for (ObjectReader read : entry.objects("reads")) {
      read.only("path", "conversion");
      reads.add(ReadPath.read(read.text("path"), conversion(read)));
    }
    return new GraphExpression(
        entry.text("text"), entry.text("type"), entry.texts("references"), reads);
  }

  private static GraphExpression.Conversion conversion(ObjectReader read)
      throws InvalidArtifactException {
    String word = read.optionalText("conversion").orElse(GraphExpression.Conversion.NONE.text());
    for (GraphExpression.Conversion conversion : GraphExpression.Conversion.values()) {
      if (conversion.text().equals(word)) {
        return conversion;
      }
    }
    throw InvalidArtifactException.invalid(read.path("conversion"), "is not a known conversion");
  }
}
