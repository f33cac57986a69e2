package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.EXPRESSION_UNGUARDED_OPTIONAL;

import io.kro4j.compiler.analysis.AnalyzedExpression;
import io.kro4j.compiler.analysis.AnalyzedField;
import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.FieldRead;
import io.kro4j.compiler.expression.FieldRead.Presence;
import io.kro4j.compiler.expression.FieldRead.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An expression of a template that reads a field of the instance which its user may leave out: the
 * resource then waits for ever for a value that never comes.
 *
 * <p>A field counts as guarded if the expression itself guards it, or if {@code includeWhen} of the
 * resource does: the template is not evaluated then. A resource whose {@code includeWhen} is broken
 * is left alone, for nobody knows what it guards. A field is reported once, at the first place in
 * the file that reads it so, for it is mended once, in the schema.
 */
final class UnguardedOptionalRule implements GroupRule {
  private static final String SCHEMA = "schema";

  /** More places than that nobody looks at: the mistake is in the schema. */
  private static final int MOST_RELATED = 3;

  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    Map<List<String>, List<Step>> unguarded = new LinkedHashMap<>();
    group.resources().stream()
        .filter(UnguardedOptionalRule::isIncludeWhenSound)
        .forEach(resource -> find(resource, unguarded));
    unguarded.forEach((path, steps) -> diagnostics.add(finding(path, steps)));
  }

  private static boolean isIncludeWhenSound(AnalyzedResource resource) {
    return resource.includeWhen().size() == resource.definition().includeWhen().size();
  }

  private static void find(AnalyzedResource resource, Map<List<String>, List<Step>> unguarded) {
    Set<List<String>> guarded = new HashSet<>();
    for (AnalyzedExpression condition : resource.includeWhen()) {
      condition.expression().reads().forEach(read -> addGuarded(read, guarded));
      find(condition.expression(), guarded, unguarded);
    }
    for (AnalyzedResource.Dimension dimension : resource.forEach()) {
      find(dimension.list().expression(), guarded, unguarded);
    }
    for (AnalyzedField field : resource.fields()) {
      find(field.expression(), guarded, unguarded);
    }
  }

  private static void addGuarded(FieldRead read, Set<List<String>> guarded) {
    for (int i = 0; i < read.steps().size(); i++) {
      if (read.steps().get(i).guarded()) {
        guarded.add(read.path().subList(0, i + 1));
      }
    }
  }

  private static void find(
      CheckedExpression expression,
      Set<List<String>> guarded,
      Map<List<String>, List<Step>> unguarded) {
    for (FieldRead read : expression.reads()) {
      for (int i = 0; read.variable().equals(SCHEMA) && i < read.steps().size(); i++) {
        Step step = read.steps().get(i);
        List<String> path = read.path().subList(0, i + 1);
        boolean mayBeMissing = path.get(0).equals("spec") && step.presence() == Presence.OPTIONAL;
        if (mayBeMissing && i > 0 && !step.guarded() && !guarded.contains(path)) {
          unguarded.computeIfAbsent(path, any -> new ArrayList<>()).add(step);
          break;
        }
      }
    }
  }

  private static Diagnostic finding(List<String> path, List<Step> steps) {
    List<Step> places = new ArrayList<>(steps);
    places.sort(Comparator.comparingInt(step -> step.span().start()));
    Step first = places.get(0);
    String parent = SCHEMA + "." + String.join(".", path.subList(0, path.size() - 1));
    Diagnostic finding =
        Diagnostic.of(
                EXPRESSION_UNGUARDED_OPTIONAL,
                first.span(),
                "`"
                    + parent
                    + "."
                    + first.name()
                    + "` may be left out by users, and the resource would then"
                    + " wait for ever")
            .withHelp(
                "give the field a `default` or `required=true`, or read it as `"
                    + parent
                    + ".?"
                    + first.name()
                    + ".orValue(...)`");
    return withOthers(finding, places.subList(1, places.size()));
  }

  private static Diagnostic withOthers(Diagnostic finding, List<Step> others) {
    int shown = Math.min(others.size(), MOST_RELATED);
    int more = others.size() - shown;
    Diagnostic complete = finding;
    for (int i = 0; i < shown; i++) {
      String rest = ", and in " + more + (more == 1 ? " more place" : " more places");
      boolean last = more > 0 && i == shown - 1;
      complete = complete.withRelated("read here too" + (last ? rest : ""), others.get(i).span());
    }
    return complete;
  }
}
