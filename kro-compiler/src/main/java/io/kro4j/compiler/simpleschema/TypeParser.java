package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.simpleschema.TypeExpression.AnyObject;
import io.kro4j.compiler.simpleschema.TypeExpression.Atomic;
import io.kro4j.compiler.simpleschema.TypeExpression.ListOf;
import io.kro4j.compiler.simpleschema.TypeExpression.MapOf;
import io.kro4j.compiler.simpleschema.TypeExpression.Named;
import io.kro4j.compiler.source.MappedText;
import java.util.Map;
import java.util.Optional;

/** Parses the type part of a field: what stands before the first {@code |}. */
final class TypeParser {
  /** How many {@code []} and {@code map[string]} may be wrapped around a type; upstream's limit. */
  static final int MAX_WRAPPERS = 16;

  /** The atomic types of SimpleSchema and what OpenAPI calls them. */
  static final Map<String, String> ATOMIC =
      Map.of("string", "string", "integer", "integer", "boolean", "boolean", "float", "number");

  private static final String LIST = "[]";
  private static final String MAP = "map[";
  private static final String STRING_MAP = "map[string]";

  private final Diagnostics diagnostics;

  TypeParser(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The type, or empty if it is malformed, which has then been reported. */
  Optional<TypeExpression> parse(MappedText text) {
    MappedText trimmed = Spaces.trim(text);
    if (trimmed.value().isEmpty()) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_INVALID_TYPE,
          text.value().isEmpty() ? text.span() : text.span(0, text.value().length()),
          "the type is empty",
          "write a type such as `string`, `integer` or `[]string`");
      return Optional.empty();
    }
    return parse(trimmed, 0);
  }

  private Optional<TypeExpression> parse(MappedText untrimmed, int wrappers) {
    MappedText text = Spaces.trim(untrimmed);
    String value = text.value();
    if (wrappers > MAX_WRAPPERS) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_TOO_DEEP,
          text.span(),
          "the type wraps more than " + MAX_WRAPPERS + " lists and maps around each other");
      return Optional.empty();
    }
    if (ATOMIC.containsKey(value)) {
      return Optional.of(new Atomic(ATOMIC.get(value)));
    }
    if (value.equals("object")) {
      return Optional.of(new AnyObject());
    }
    if (value.startsWith(LIST)) {
      return inner(text, LIST, "the list type names no type for its items", "[]string", wrappers)
          .map(ListOf::new);
    }
    if (value.startsWith(MAP)) {
      return map(text, wrappers);
    }
    return Optional.of(new Named(text));
  }

  private Optional<TypeExpression> map(MappedText text, int wrappers) {
    if (!text.value().startsWith(STRING_MAP)) {
      int close = text.value().indexOf(']');
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_INVALID_TYPE,
          text.span(0, close < 0 ? text.value().length() : close + 1),
          "the keys of a map must be strings",
          "write `map[string]` and then the type of the values");
      return Optional.empty();
    }
    return inner(
            text,
            STRING_MAP,
            "the map type names no type for its values",
            "map[string]string",
            wrappers)
        .map(MapOf::new);
  }

  private Optional<TypeExpression> inner(
      MappedText text, String prefix, String missing, String example, int wrappers) {
    MappedText rest = text.slice(prefix.length(), text.value().length());
    if (Spaces.trim(rest).value().isEmpty()) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_INVALID_TYPE,
          text.span(),
          missing,
          "write a type after it, such as `" + example + "`");
      return Optional.empty();
    }
    return parse(rest, wrappers + 1);
  }
}
