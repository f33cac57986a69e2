package io.kro4j.compiler.analysis;

import static io.kro4j.compiler.diagnostics.DiagnosticId.STATUS_CONSTANT;

import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.ExpressionChecker;
import io.kro4j.compiler.expression.Scope;
import io.kro4j.compiler.expression.StatusSchemas;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the author's status fields and infers their schema. */
final class StatusChecker {
  private static final JsonSchema ANYTHING =
      JsonSchema.of(Map.of("x-kubernetes-preserve-unknown-fields", true));

  private final Scope scope;
  private final Diagnostics diagnostics;

  StatusChecker(Scope scope, Diagnostics diagnostics) {
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  /** The checked fields and the schema of the object they make up. */
  record CheckedStatus(List<AnalyzedField> fields, JsonSchema schema) {}

  CheckedStatus check(StatusReader.ReadStatus status) {
    List<AnalyzedField> checked = new ArrayList<>();
    StatusSchema schema = new StatusSchema();
    status.broken().forEach(path -> schema.add(path, ANYTHING));
    for (TemplateExpression field : status.fields()) {
      Optional<CheckedExpression> expression =
          diagnostics.collect(ExpressionChecker.check(field.parsed(), scope)).value();
      schema.add(
          field.path(), expression.map(e -> StatusSchemas.infer(e.result())).orElse(ANYTHING));
      if (expression.isPresent()) {
        checkReads(field);
        checked.add(
            new AnalyzedField(field.path(), field.text(), expression.get(), Optional.empty()));
      }
    }
    return new CheckedStatus(checked, schema.build());
  }

  private void checkReads(TemplateExpression field) {
    boolean constant =
        field.parsed().references().stream()
            .noneMatch(reference -> scope.variable(reference.name()).isPresent());
    if (constant) {
      diagnostics.add(
          STATUS_CONSTANT,
          field.parsed().source().span(),
          "status field `" + field.path() + "` reads neither `schema` nor a resource",
          "read something that can change, or leave the field out");
    }
  }
}
