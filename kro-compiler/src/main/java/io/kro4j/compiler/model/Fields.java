package io.kro4j.compiler.model;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the fields of one object and reports those that are missing, unknown or of a wrong type.
 *
 * <p>A field that is null counts as absent, as for an API server, which prunes nulls that the
 * schema does not allow; null in a list is a wrong type there and here.
 */
final class Fields {
  private final YamlValue.Mapping object;
  private final String path;
  private final Span place;
  private final Diagnostics diagnostics;

  /**
   * @param object the object
   * @param path how messages call it, such as {@code spec.schema}; empty for the document
   * @param place where a missing field is reported
   * @param diagnostics where findings go
   */
  Fields(YamlValue.Mapping object, String path, Span place, Diagnostics diagnostics) {
    this.object = object;
    this.path = path;
    this.place = place;
    this.diagnostics = diagnostics;
  }

  /** The value of a field, unless it is absent or null. */
  Optional<YamlValue> given(String field) {
    return object.get(field).filter(value -> !isNull(value));
  }

  /** Whether a field is there and not null. */
  boolean has(String field) {
    return given(field).isPresent();
  }

  /** A string, if the field is there and is one. */
  Optional<MappedText> text(String field) {
    return given(field).flatMap(value -> asText(value, "`" + path(field) + "`"));
  }

  /**
   * A string that must be there.
   *
   * @param example a value to show to who left it out
   */
  Optional<MappedText> requiredText(String field, String example) {
    return required(field, "`" + field + ": " + example + "`")
        .flatMap(value -> asText(value, "`" + path(field) + "`"));
  }

  /** The fields of an object, if the field is there and is one. */
  Optional<Fields> object(String field) {
    return given(field).flatMap(value -> fields(field, value));
  }

  /** The fields of an object that must be there. */
  Optional<Fields> requiredObject(String field) {
    return required(field, "`" + field + ":`, and its own fields below it")
        .flatMap(value -> fields(field, value));
  }

  /** Strings by key; what is not a string is reported and left out. */
  Map<String, String> textsByKey(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(field)
        .ifPresent(
            map ->
                map.object
                    .entries()
                    .forEach(
                        entry ->
                            map.text(entry.key().value())
                                .ifPresent(text -> texts.put(entry.key().value(), text.value()))));
    return Collections.unmodifiableMap(texts);
  }

  /**
   * A list of strings; what is not a string is reported and left out. A string without a list is
   * reported and taken for its only item.
   */
  List<MappedText> texts(String field) {
    List<MappedText> texts = new ArrayList<>();
    if (given(field).orElse(null) instanceof YamlValue.Text only) {
      texts.add(only.text());
    }
    for (YamlValue item : list(field)) {
      asText(item, "each item of `" + path(field) + "`").ifPresent(texts::add);
    }
    return texts;
  }

  /** A list of objects; what is not an object is reported and left out. */
  List<Fields> objects(String field) {
    List<Fields> objects = new ArrayList<>();
    List<YamlValue> items = list(field);
    for (int i = 0; i < items.size(); i++) {
      YamlValue item = items.get(i);
      String name = path(field) + "[" + i + "]";
      if (item instanceof YamlValue.Mapping mapping) {
        objects.add(new Fields(mapping, name, mapping.start(), diagnostics));
      } else {
        wrongType(item, "`" + name + "`", "an object");
      }
    }
    return objects;
  }

  /** The items of a list; empty if the field is absent or is not one. */
  List<YamlValue> list(String field) {
    Optional<YamlValue> value = given(field);
    if (value.isPresent() && value.get() instanceof YamlValue.Sequence sequence) {
      return sequence.items();
    }
    value.ifPresent(other -> wrongType(other, "`" + path(field) + "`", "a list"));
    return List.of();
  }

  /** Checks the type of a field that is an integer, if it is there. */
  void checkInteger(String field) {
    given(field)
        .filter(value -> !value.typeName().equals("integer"))
        .ifPresent(value -> wrongType(value, "`" + path(field) + "`", "an integer"));
  }

  /**
   * Warns of fields that the definition does not have. It is no error because an API server takes
   * the object and drops them.
   */
  void allow(Collection<String> known) {
    for (YamlValue.Entry entry : object.entries()) {
      String name = entry.key().value();
      if (!known.contains(name)) {
        String owner = path.isEmpty() ? "the definition" : "`" + path + "`";
        diagnostics.add(
            Diagnostic.of(
                    DiagnosticId.MODEL_UNKNOWN_FIELD,
                    entry.key().span(),
                    owner + " has no field `" + name + "`, and it is ignored")
                .withHelp(Suggestions.didYouMean(name, known)));
      }
    }
  }

  /** The object itself. */
  YamlValue.Mapping object() {
    return object;
  }

  /** Another object under the same name. */
  Fields with(YamlValue.Mapping other) {
    return new Fields(other, path, place, diagnostics);
  }

  /** An entry under another key that stands at the same place. */
  static YamlValue.Entry entry(String key, YamlValue.Entry entry) {
    return new YamlValue.Entry(MappedText.synthetic(key, entry.key().span()), entry.value());
  }

  /** Where the object is reported as a whole. */
  Span place() {
    return place;
  }

  /** How messages call a field of the object. */
  String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** How messages call the object. */
  String path() {
    return path;
  }

  /** The key of a field, or the object if it is absent. */
  Span keySpan(String field) {
    return object.entry(field).map(entry -> entry.key().span()).orElse(place);
  }

  static boolean isNull(YamlValue value) {
    return value instanceof YamlValue.Literal literal && literal.value() == null;
  }

  private Optional<YamlValue> required(String field, String example) {
    Optional<YamlValue> value = given(field);
    if (value.isEmpty()) {
      diagnostics.add(
          DiagnosticId.MODEL_MISSING_FIELD,
          keySpan(field),
          "`" + path(field) + "` is required and missing",
          "add " + example);
    }
    return value;
  }

  private Optional<Fields> fields(String field, YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      return Optional.of(new Fields(mapping, path(field), keySpan(field), diagnostics));
    }
    wrongType(value, "`" + path(field) + "`", "an object");
    return Optional.empty();
  }

  private Optional<MappedText> asText(YamlValue value, String subject) {
    if (value instanceof YamlValue.Text text) {
      return Optional.of(text.text());
    }
    wrongType(value, subject, "a string");
    return Optional.empty();
  }

  private void wrongType(YamlValue value, String subject, String expected) {
    Diagnostic error =
        Diagnostic.of(
            DiagnosticId.MODEL_WRONG_TYPE,
            value.span(),
            subject + " must be " + expected + ", and this is " + value.typeNameWithArticle());
    diagnostics.add(error.withHelp(wayOut(value, expected)));
  }

  private static Optional<String> wayOut(YamlValue value, String expected) {
    boolean scalar = value instanceof YamlValue.Literal && !isNull(value);
    if (expected.equals("a string") && scalar) {
      return Optional.of("put the value in quotes");
    }
    if (expected.equals("a list")) {
      return Optional.of("begin each item with `- `, on a line of its own");
    }
    boolean object = expected.equals("an object") && !(value instanceof YamlValue.Mapping);
    return object
        ? Optional.of("write its fields below it, each as `name: value` on a line of its own")
        : Optional.empty();
  }
}
