package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of {@code schema.types}, each built when it is first referred to, so that a type
 * comes after those it needs whatever their order in the file.
 */
final class NamedTypes {
  /** What people write for a type that SimpleSchema calls otherwise. */
  private final YamlValue.Mapping declarations;

  private final SchemaBuilder builder;
  private final Diagnostics diagnostics;
  private final Map<String, Resolved> resolved = new LinkedHashMap<>();

  /** The types being built, outermost first. */
  private final Deque<String> building = new ArrayDeque<>();

  /**
   * A type that was built.
   *
   * @param schema its schema, which must not be changed any more
   * @param required whether it is an alias with {@code required=true}
   */
  private record Resolved(SchemaDraft schema, boolean required) {}

  NamedTypes(YamlValue.Mapping declarations, SchemaBuilder builder, Diagnostics diagnostics) {
    this.declarations = declarations;
    this.builder = builder;
    this.diagnostics = diagnostics;
  }

  /** Builds every type, so that mistakes in unused ones are found too. */
  void resolveAll() {
    for (YamlValue.Entry entry : declarations.entries()) {
      if (!resolved.containsKey(entry.key().value())) {
        build(entry);
      }
    }
  }

  /** Whether the type is an alias that makes the field using it required. */
  boolean isRequired(MappedText reference) {
    Resolved type = resolved.get(reference.value());
    return type != null && type.required();
  }

  /** The schema of a type; a placeholder if there is none, which has then been reported. */
  SchemaDraft resolve(MappedText reference) {
    String name = reference.value();
    Resolved known = resolved.get(name);
    if (known != null) {
      return known.schema();
    }
    if (building.contains(name)) {
      return cycle(reference);
    }
    Optional<YamlValue.Entry> entry = declarations.entry(name);
    if (entry.isEmpty()) {
      return unknown(reference);
    }
    if (building.size() >= SchemaDraft.MAX_HEIGHT) {
      diagnostics.add(
          DiagnosticId.SIMPLESCHEMA_TOO_DEEP,
          reference.span(),
          "more than " + SchemaDraft.MAX_HEIGHT + " types refer to one another in a row");
      return SchemaDraft.broken(reference.span());
    }
    return build(entry.get()).schema();
  }

  private Resolved build(YamlValue.Entry entry) {
    String name = entry.key().value();
    building.addLast(name);
    Resolved built = built(entry);
    building.removeLast();
    resolved.put(name, built);
    return built;
  }

  private Resolved built(YamlValue.Entry entry) {
    if (entry.value() instanceof YamlValue.Text alias) {
      List<String> required = new ArrayList<>();
      SchemaDraft schema = builder.declared(alias.text(), entry.key().value(), required);
      return new Resolved(schema, !required.isEmpty());
    }
    if (entry.value() instanceof YamlValue.Mapping fields) {
      return new Resolved(builder.object(fields), false);
    }
    return new Resolved(builder.unexpected(entry), false);
  }

  private SchemaDraft cycle(MappedText reference) {
    String name = reference.value();
    List<String> path = new ArrayList<>(building);
    List<String> circle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
    circle.add(name);
    diagnostics.add(
        DiagnosticId.SIMPLESCHEMA_CYCLE,
        reference.span(),
        circle.size() == 2
            ? "type `" + name + "` refers to itself"
            : "types refer to one another in a circle: " + String.join(" → ", circle),
        "types are written out where they are used; use `object` where the nesting has no end");
    return SchemaDraft.broken(reference.span());
  }

  private SchemaDraft unknown(MappedText reference) {
    Span span = reference.span();
    diagnostics.add(
        Diagnostic.of(
                DiagnosticId.SIMPLESCHEMA_UNKNOWN_TYPE,
                span,
                "unknown type `" + reference.value() + "`")
            .withHelp(help(reference.value())));
    return SchemaDraft.broken(span);
  }

  private Optional<String> help(String name) {
    Optional<String> other = OtherNotations.help(name);
    if (other.isPresent()) {
      return other;
    }
    List<String> known = new ArrayList<>(TypeParser.ATOMIC.keySet());
    known.add("object");
    declarations.entries().forEach(entry -> known.add(entry.key().value()));
    return Suggestions.didYouMean(name, known);
  }
}
