package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.json.JsonText;
import io.kro4j.compiler.json.JsonText.Numbers;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The markers whose value is a literal of the field's own type: {@code default}, {@code enum}. */
final class LiteralMarkers {
  private final Diagnostics diagnostics;

  LiteralMarkers(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Sets {@code default}. A default of {@code null} counts as one, although none is stored. */
  void defaultValue(Marker marker, SchemaDraft schema) {
    String text = marker.value().value();
    switch (schema.type) {
      case "string" -> schema.set("default", text(text), marker.span());
      case "integer" ->
          literal(marker, schema, GoLiterals.integer(text).isPresent(), "an integer such as `5`");
      case "number" ->
          literal(marker, schema, GoLiterals.number(text).isPresent(), "a number such as `0.5`");
      case "boolean" ->
          literal(marker, schema, GoLiterals.bool(text).isPresent(), "`true` or `false`");
      default -> json(marker, schema);
    }
  }

  /** Sets {@code enum}: literals between commas, white space around them aside. */
  void enumeration(Marker marker, SchemaDraft schema) {
    List<MappedText> items = split(marker.value());
    for (MappedText item : items) {
      if (item.value().isEmpty()) {
        diagnostics.add(value(marker.span(), "an item of `enum` is empty"));
        return;
      }
    }
    if (!schema.type.equals("string") && !schema.type.equals("integer")) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_MARKER_NOT_APPLICABLE,
          marker.span(),
          "`enum` applies to strings and integers, and this is " + MarkerApplier.name(schema));
      return;
    }
    if (schema.type.equals("string")) {
      texts(marker, items, schema);
    } else {
      integers(marker, items, schema);
    }
  }

  private static void texts(Marker marker, List<MappedText> items, SchemaDraft schema) {
    schema.set("enum", items.stream().map(MappedText::value).toList(), marker.span());
    items.stream()
        .filter(item -> item.value().codePoints().anyMatch(LiteralMarkers::isControl))
        .map(item -> value(item.span(), "an item of `enum` must not hold control characters"))
        .forEach(flaw -> schema.setFlawed("enum", flaw));
  }

  private void integers(Marker marker, List<MappedText> items, SchemaDraft schema) {
    List<Object> values = new ArrayList<>();
    schema.set("enum", values, marker.span());
    for (MappedText item : items) {
      String text = item.value();
      Diagnostic flaw =
          value(item.span(), "an item of this `enum` must be an integer, not `" + text + "`");
      if (GoLiterals.integer(text).isEmpty()) {
        diagnostics.add(flaw);
        continue;
      }
      try {
        values.add(Objects.requireNonNullElse(JsonText.read(text, Numbers.STORED), text));
      } catch (JsonText.Malformed e) {
        schema.setFlawed("enum", flaw);
      }
    }
  }

  /**
   * The string that a default stands for. Upstream pastes it between quotes as JSON, so JSON
   * escapes in it count ({@code \n} is a line end); what is no JSON that way, such as a quote,
   * upstream cannot express at all, and stands for itself here.
   */
  private static String text(String written) {
    try {
      return String.valueOf(JsonText.read('"' + written + '"', Numbers.STORED));
    } catch (JsonText.Malformed e) {
      return written;
    }
  }

  /**
   * A default that must be legal for Go, which reads it first, and for JSON, where it ends up.
   *
   * @param legal whether Go reads it as a literal of the field's type
   */
  private void literal(Marker marker, SchemaDraft schema, boolean legal, String wanted) {
    String text = marker.value().value();
    String found = text.isEmpty() ? "" : ", not `" + text + "`";
    Diagnostic flaw = invalidDefault(marker.span(), "the default must be " + wanted + found);
    if (!legal) {
      diagnostics.add(flaw);
      return;
    }
    try {
      schema.set("default", JsonText.read(text, Numbers.STORED), marker.span());
    } catch (JsonText.Malformed e) {
      schema.setFlawed("default", flaw);
    }
  }

  private static void json(Marker marker, SchemaDraft schema) {
    String text = marker.value().value();
    try {
      schema.set(
          "default", text.isEmpty() ? null : JsonText.read(text, Numbers.STORED), marker.span());
    } catch (JsonText.Malformed e) {
      boolean inside = e.index() < text.length();
      Span place = inside ? marker.value().span(e.index(), text.length()) : marker.span();
      schema.setFlawed(
          "default", invalidDefault(place, "the default must be JSON: " + e.getMessage()));
    }
  }

  private static Diagnostic invalidDefault(Span place, String message) {
    return Diagnostic.of(DiagnosticId.SIMPLESCHEMA_INVALID_DEFAULT, place, message);
  }

  private static List<MappedText> split(MappedText value) {
    List<MappedText> items = new ArrayList<>();
    String text = value.value();
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      items.add(Spaces.trim(value.slice(from, comma)));
      from = comma + 1;
    }
    items.add(Spaces.trim(value.slice(from, text.length())));
    return items;
  }

  /**
   * Whether Go's quotes write the character in a way that is no JSON: upstream quotes items so and
   * reads them as JSON.
   */
  private static boolean isControl(int c) {
    return c == 0x7f || (c < ' ' && "\b\f\n\r\t".indexOf(c) < 0);
  }

  private static Diagnostic value(Span place, String message) {
    return Diagnostic.of(DiagnosticId.SIMPLESCHEMA_MARKER_VALUE, place, message);
  }
}
