package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.STATUS_CONDITIONS;
import static io.kro4j.compiler.diagnostics.DiagnosticId.STATUS_LITERAL;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.ParsedExpression;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes {@code schema.status} apart: fields, every leaf of which must be an expression, and the
 * author's {@code conditions}.
 */
final class StatusReader {
  private static final String CONDITIONS = "conditions";

  private final Diagnostics diagnostics;
  private final List<TemplateExpression> fields = new ArrayList<>();
  private final List<FieldPath> broken = new ArrayList<>();
  private final List<ReadResource.Condition> conditions = new ArrayList<>();

  private StatusReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The expressions of a status.
   *
   * @param fields the fields
   * @param broken the fields that have been reported: they are there, and nothing is known of them
   * @param conditions the author's conditions
   */
  record ReadStatus(
      List<TemplateExpression> fields,
      List<FieldPath> broken,
      List<ReadResource.Condition> conditions) {}

  static ReadStatus read(YamlValue.Mapping status, Diagnostics diagnostics) {
    StatusReader reader = new StatusReader(diagnostics);
    for (YamlValue.Entry entry : status.entries()) {
      if (entry.key().value().equals(CONDITIONS)) {
        reader.readConditions(entry.value());
      } else {
        reader.readField(entry.value(), FieldPath.ROOT.field(entry.key().value()));
      }
    }
    return new ReadStatus(reader.fields, reader.broken, reader.conditions);
  }

  private void readField(YamlValue value, FieldPath path) {
    if (value instanceof YamlValue.Mapping object) {
      object.entries().forEach(e -> readField(e.value(), path.field(e.key().value())));
    } else if (value instanceof YamlValue.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        readField(list.items().get(i), path.item(i));
      }
    } else if (value instanceof YamlValue.Text text) {
      readText(text, path);
    } else {
      reportLiteral(value, path);
    }
  }

  private void readText(YamlValue.Text text, FieldPath path) {
    int before = diagnostics.list().size();
    Optional<ParsedExpression> parsed = ExpressionReader.readAny(text.text(), diagnostics);
    if (parsed.isPresent()) {
      fields.add(new TemplateExpression(path, text, parsed.get(), Optional.empty()));
    } else if (diagnostics.list().stream().skip(before).anyMatch(Diagnostic::isError)) {
      broken.add(path);
    } else {
      reportLiteral(text, path);
    }
  }

  private void reportLiteral(YamlValue value, FieldPath path) {
    broken.add(path);
    diagnostics.add(
        STATUS_LITERAL,
        value.span(),
        "status field `" + path + "` is a constant",
        "compute it with an expression over `schema` or a resource, or leave it out");
  }

  private void readConditions(YamlValue value) {
    if (!(value instanceof YamlValue.Sequence list)) {
      diagnostics.add(
          STATUS_CONDITIONS,
          value.span(),
          "`status.conditions` must be a list, not " + TypeWords.withArticle(value),
          "write a list of `${runtime.newCondition({type: 'Name', status: 'True'})}`");
      return;
    }
    for (YamlValue item : list.items()) {
      if (item instanceof YamlValue.Text text) {
        ExpressionReader.readStandalone(text.text(), diagnostics)
            .ifPresent(parsed -> conditions.add(new ReadResource.Condition(text.text(), parsed)));
      } else {
        diagnostics.add(
            STATUS_CONDITIONS,
            item.span(),
            "a status condition must be an expression, not " + TypeWords.withArticle(item),
            "write `${runtime.newCondition({type: 'Name', status: 'True'})}`");
      }
    }
  }
}
