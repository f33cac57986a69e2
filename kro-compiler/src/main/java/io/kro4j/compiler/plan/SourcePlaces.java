package io.kro4j.compiler.plan;

import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.model.SchemaDefinition;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds what a path of a CRD comes from in the definition: {@code spec.ports[].name} in {@code
 * spec.schema.spec}, and through named types. Where the path goes on and the definition does not,
 * because the field is gone or is inferred, the last entry on the way is the place.
 */
final class SourcePlaces {
  private final SchemaDefinition schema;

  private SourcePlaces(ResourceGroup group) {
    this.schema = group.schema();
  }

  /**
   * The place of a change.
   *
   * @param group the definition
   * @param path the path as a change of the CRD names it
   */
  static Span of(ResourceGroup group, String path) {
    return new SourcePlaces(group).place(path);
  }

  private Span place(String path) {
    String[] words = path.split("\\.", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "spec" -> inside("spec", schema.spec(), rest);
      case "status" -> inside("status", schema.status(), rest);
      case "group" -> key("group", schema.group().span());
      case "scope" -> key("scope", start());
      case "versions" ->
          rest.contains("additionalPrinterColumns")
              ? key("additionalPrinterColumns", schema.apiVersion().span())
              : schema.apiVersion().span();
      case "names" -> name(rest);
      case "labels", "annotations" ->
          schema
              .source()
              .find("metadata", words[0], rest)
              .map(YamlValue.Entry::keySpan)
              .orElseGet(this::start);
      default -> start();
    };
  }

  private Span name(String name) {
    return switch (name) {
      case "plural" -> key("plural", schema.kind().span());
      case "shortNames", "categories" -> key(name, schema.kind().span());
      default -> schema.kind().span();
    };
  }

  private Span start() {
    return schema.source().start();
  }

  private Span key(String key, Span otherwise) {
    return schema.source().entry(key).map(YamlValue.Entry::keySpan).orElse(otherwise);
  }

  /** Follows the rest of a path below {@code spec} or {@code status}. */
  private Span inside(String part, YamlValue.Mapping fields, String path) {
    Span place = key(part, start());
    Deque<String> names = new ArrayDeque<>();
    Arrays.stream(path.replace("[]", "").split("\\."))
        .filter(name -> !name.isEmpty() && !name.equals("*"))
        .forEach(names::add);
    YamlValue value = fields;
    while (!names.isEmpty()) {
      if (value instanceof YamlValue.Text declaration) {
        Optional<YamlValue.Entry> type = namedType(declaration.text());
        if (type.isEmpty()) {
          return place;
        }
        place = type.get().keySpan();
        value = type.get().value();
      }
      String name = names.remove();
      Optional<YamlValue.Entry> entry =
          value instanceof YamlValue.Mapping mapping ? mapping.entry(name) : Optional.empty();
      if (entry.isEmpty()) {
        return place;
      }
      place = entry.get().keySpan();
      value = entry.get().value();
    }
    return place;
  }

  private Optional<YamlValue.Entry> namedType(MappedText declaration) {
    String type = declaration.value().split("\\|", 2)[0];
    return schema.types().entry(type.substring(type.lastIndexOf(']') + 1).strip());
  }
}
