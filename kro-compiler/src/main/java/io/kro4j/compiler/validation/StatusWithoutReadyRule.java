package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.LINT_STATUS_WITHOUT_READY;

import io.kro4j.compiler.analysis.AnalyzedExpression;
import io.kro4j.compiler.analysis.AnalyzedField;
import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.FieldRead;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resource that reads the status of another which has no {@code readyWhen}: it may see a value
 * that is there and not final yet, such as a count on its way up.
 */
final class StatusWithoutReadyRule implements GroupRule {
  private static final String STATUS = "status";

  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    for (AnalyzedResource resource : group.resources()) {
      Set<String> reported = new HashSet<>();
      expressions(resource)
          .flatMap(expression -> expression.reads().stream())
          .filter(StatusWithoutReadyRule::isStatus)
          .filter(read -> isWithoutReadyWhen(read, group))
          .filter(read -> reported.add(read.variable()))
          .forEach(read -> report(read, group, diagnostics));
    }
  }

  private static Stream<CheckedExpression> expressions(AnalyzedResource resource) {
    return Stream.of(
            resource.fields().stream().map(AnalyzedField::expression),
            resource.includeWhen().stream().map(AnalyzedExpression::expression),
            resource.forEach().stream().map(dimension -> dimension.list().expression()))
        .flatMap(stream -> stream);
  }

  private static boolean isStatus(FieldRead read) {
    return read.path().stream()
        .filter(step -> !step.equals(FieldRead.EVERY))
        .findFirst()
        .filter(STATUS::equals)
        .isPresent();
  }

  private static boolean isWithoutReadyWhen(FieldRead read, AnalyzedGroup group) {
    return group
        .resource(read.variable())
        .filter(resource -> resource.definition().readyWhen().isEmpty())
        .isPresent();
  }

  private static void report(FieldRead read, AnalyzedGroup group, Diagnostics diagnostics) {
    AnalyzedResource source = group.resource(read.variable()).orElseThrow();
    diagnostics.add(
        Diagnostic.of(
                LINT_STATUS_WITHOUT_READY,
                read.span(),
                "the status of `"
                    + read.variable()
                    + "` is read, and `"
                    + read.variable()
                    + "` has no `readyWhen`")
            .withRelated("the resource", source.definition().id().span())
            .withHelp("say with `readyWhen` when that status can be relied on"));
  }
}
