package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.TextPatterns;
import io.kro4j.compiler.simpleschema.TypeExpression.AnyObject;
import io.kro4j.compiler.simpleschema.TypeExpression.Atomic;
import io.kro4j.compiler.simpleschema.TypeExpression.ListOf;
import io.kro4j.compiler.simpleschema.TypeExpression.MapOf;
import io.kro4j.compiler.simpleschema.TypeExpression.Named;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds schemas from fields: objects of fields, types with their markers, defaults that propagate.
 */
final class SchemaBuilder {
  private final NamedTypes types;
  private final MarkerApplier markers;
  private final Diagnostics diagnostics;

  SchemaBuilder(YamlValue.Mapping types, TextPatterns patterns, Diagnostics diagnostics) {
    this.types = new NamedTypes(types, this, diagnostics);
    this.markers = new MarkerApplier(patterns, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The schema of {@code spec}, with every named type checked, used or not. */
  SchemaDraft build(YamlValue.Mapping spec) {
    types.resolveAll();
    return object(spec);
  }

  /** The schema of an object of fields. */
  SchemaDraft object(YamlValue.Mapping fields) {
    SchemaDraft schema = new SchemaDraft("object", fields.span());
    boolean anyDefault = false;
    for (YamlValue.Entry entry : fields.entries()) {
      SchemaDraft field = field(entry, schema.required);
      schema.add(entry.key().value(), field);
      anyDefault |= field.hasDefault();
      if (field.isDoubtful()) {
        // Nobody shall be told that a field may be missing whose markers are broken.
        schema.required.add(entry.key().value());
        schema.doubt();
      }
    }
    if (anyDefault && schema.required.isEmpty()) {
      schema.keywords.put("default", Map.of());
    }
    return checked(schema);
  }

  private SchemaDraft field(YamlValue.Entry entry, List<String> parentRequired) {
    if (entry.value() instanceof YamlValue.Text text) {
      return declared(text.text(), entry.key().value(), parentRequired);
    }
    if (entry.value() instanceof YamlValue.Mapping fields) {
      return object(fields);
    }
    return unexpected(entry);
  }

  /** Reports a value that declares neither a field nor a type. */
  SchemaDraft unexpected(YamlValue.Entry entry) {
    diagnostics.add(
        DiagnosticId.SIMPLESCHEMA_INVALID_TYPE,
        entry.value().span(),
        "`"
            + entry.key()
            + "` must be a type such as `string`, or an object of fields; "
            + entry.value().typeNameWithArticle()
            + " is neither",
        wayOut(entry.value()));
    return SchemaDraft.broken(entry.value().span());
  }

  private static String wayOut(YamlValue value) {
    if (value instanceof YamlValue.Sequence list) {
      boolean named = list.items().size() == 1 && list.items().get(0) instanceof YamlValue.Text;
      String items = named ? list.items().get(0).span().text() : "string";
      return "a list is declared by the type of its items, in quotes: `\"[]" + items + "\"`";
    }
    String type = value.typeName().equals("number") ? "float" : value.typeName();
    return List.of("integer", "float", "boolean").contains(type)
        ? "a value is the default of a type: `" + type + " | default=" + value.span().text() + "`"
        : "write the type of the field, such as `string` or `integer`";
  }

  /**
   * The schema of a declaration with its markers.
   *
   * @param name what to add to {@code parentRequired} if the field or its alias is required
   */
  SchemaDraft declared(MappedText declaration, String name, List<String> parentRequired) {
    int before = diagnostics.list().size();
    FieldDeclaration field = FieldDeclaration.parse(declaration, diagnostics);
    Span span = field.text().value().isEmpty() ? declaration.span() : field.text().span();
    SchemaDraft schema =
        field.type().map(type -> typed(type, span)).orElseGet(() -> SchemaDraft.broken(span));
    if (field.type().orElse(null) instanceof Named alias && types.isRequired(alias.name())) {
      parentRequired.add(name);
    }
    markers.apply(field.markers(), schema, name, parentRequired);
    if (diagnostics.list().size() > before) {
      schema.doubt();
    }
    return schema;
  }

  /** A schema of its own for a type: markers may be applied to it. */
  private SchemaDraft typed(TypeExpression type, Span span) {
    if (type instanceof Atomic atomic) {
      return new SchemaDraft(atomic.schemaType(), span);
    }
    if (type instanceof AnyObject) {
      SchemaDraft schema = new SchemaDraft("object", span);
      schema.keywords.put("x-kubernetes-preserve-unknown-fields", true);
      return schema;
    }
    if (type instanceof ListOf list) {
      SchemaDraft schema = new SchemaDraft("array", span);
      schema.setItems(typed(list.element(), span));
      return checked(schema);
    }
    if (type instanceof MapOf map) {
      SchemaDraft schema = new SchemaDraft("object", span);
      schema.setValues(typed(map.value(), span));
      return checked(schema);
    }
    return types.resolve(((Named) type).name()).copy();
  }

  /** The schema, or a placeholder if named types within each other make it too large. */
  private SchemaDraft checked(SchemaDraft schema) {
    List<String> reasons = new ArrayList<>();
    if (schema.height() > SchemaDraft.MAX_HEIGHT) {
      reasons.add("it nests more than " + SchemaDraft.MAX_HEIGHT + " levels");
    }
    if (schema.size() > SchemaDraft.MAX_SIZE) {
      reasons.add("it has more than " + SchemaDraft.MAX_SIZE + " fields");
    }
    if (reasons.isEmpty()) {
      return schema;
    }
    diagnostics.add(
        Diagnostic.of(
            DiagnosticId.SIMPLESCHEMA_TOO_DEEP,
            schema.span,
            "the type is too large with all its named types written out: "
                + String.join(", ", reasons)));
    return SchemaDraft.broken(schema.span);
  }
}
