package io.kro4j.compiler.admission;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.schema.FieldPath;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Checks a document that is no Kubernetes object as an instance would be. */
public final class SchemaCheck {
  private SchemaCheck() {}

  /**
   * What is wrong with a document.
   *
   * @param id what all findings are called
   */
  public static List<Diagnostic> check(YamlValue document, JsonSchema schema, DiagnosticId id) {
    Problems problems = new Problems(Places.of(document), "the file");
    Object json = JsonValues.copy(document.toJson());
    SchemaNode node = new SchemaNode(schema, false);
    if (json != null) {
      new Pruner(problems).prune(json, node, FieldPath.ROOT);
    }
    new ValueValidator(problems).validate(json, null, node, FieldPath.ROOT);
    return problems.list().stream()
        .map(
            found ->
                Diagnostic.of(id, found.span(), found.message())
                    .withHelp(Optional.ofNullable(found.help())))
        .toList();
  }
}
