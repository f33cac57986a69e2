package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.EXPRESSION_UNGUARDED_OPTIONAL;

import io.kro4j.compiler.analysis.AnalyzedExpression;
import io.kro4j.compiler.analysis.AnalyzedField;
import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.FieldRead;
import io.kro4j.compiler.expression.FieldRead.Presence;
import io.kro4j.compiler.expression.FieldRead.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An expression of a template that reads a field of the instance which its user may leave out: the
 * resource then waits for ever for a value that never comes.
 *
 * <p>A field counts as guarded if the expression itself guards it, or if {@code includeWhen} of the
 * resource does: the template is not evaluated then. A resource whose {@code includeWhen} is broken
 * is left alone, for nobody knows what it guards.
 */
final class UnguardedOptionalRule implements GroupRule {
  private static final String SCHEMA = "schema";

  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    group.resources().stream()
        .filter(UnguardedOptionalRule::isIncludeWhenSound)
        .forEach(resource -> check(resource, diagnostics));
  }

  private static boolean isIncludeWhenSound(AnalyzedResource resource) {
    return resource.includeWhen().size() == resource.definition().includeWhen().size();
  }

  private static void check(AnalyzedResource resource, Diagnostics diagnostics) {
    Set<List<String>> guarded = new HashSet<>();
    for (AnalyzedExpression condition : resource.includeWhen()) {
      condition.expression().reads().forEach(read -> addGuarded(read, guarded));
      report(condition.expression(), guarded, diagnostics);
    }
    for (AnalyzedResource.Dimension dimension : resource.forEach()) {
      report(dimension.list().expression(), guarded, diagnostics);
    }
    for (AnalyzedField field : resource.fields()) {
      report(field.expression(), guarded, diagnostics);
    }
  }

  private static void addGuarded(FieldRead read, Set<List<String>> guarded) {
    for (int i = 0; i < read.steps().size(); i++) {
      if (read.steps().get(i).guarded()) {
        guarded.add(read.path().subList(0, i + 1));
      }
    }
  }

  private static void report(
      CheckedExpression expression, Set<List<String>> guarded, Diagnostics diagnostics) {
    Set<List<String>> reported = new HashSet<>();
    for (FieldRead read : expression.reads()) {
      for (int i = 0; read.variable().equals(SCHEMA) && i < read.steps().size(); i++) {
        Step step = read.steps().get(i);
        List<String> path = read.path().subList(0, i + 1);
        boolean mayBeMissing = path.get(0).equals("spec") && step.presence() == Presence.OPTIONAL;
        if (mayBeMissing && i > 0 && !step.guarded() && !guarded.contains(path)) {
          if (reported.add(path)) {
            report(step, path, diagnostics);
          }
          break;
        }
      }
    }
  }

  private static void report(Step step, List<String> path, Diagnostics diagnostics) {
    String parent = SCHEMA + "." + String.join(".", path.subList(0, path.size() - 1));
    diagnostics.add(
        EXPRESSION_UNGUARDED_OPTIONAL,
        step.span(),
        "`"
            + parent
            + "."
            + step.name()
            + "` may be left out by users, and the resource would then"
            + " wait for ever",
        "give the field a `default` or `required=true`, or read it as `"
            + parent
            + ".?"
            + step.name()
            + ".orValue(...)`");
  }
}
