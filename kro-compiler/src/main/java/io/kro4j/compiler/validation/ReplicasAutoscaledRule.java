package io.kro4j.compiler.validation;

import static io.kro4j.compiler.diagnostics.DiagnosticId.LINT_REPLICAS_AUTOSCALED;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.Optional;

/**
 * A workload that fixes its number of replicas next to an autoscaler that sets it: the two undo
 * each other's writes for ever.
 */
final class ReplicasAutoscaledRule implements GroupRule {
  @Override
  public void check(AnalyzedGroup group, Diagnostics diagnostics) {
    Templates.created(group)
        .filter(resource -> resource.type().gvk().kind().equals("HorizontalPodAutoscaler"))
        .filter(resource -> resource.type().gvk().group().equals("autoscaling"))
        .forEach(autoscaler -> check(autoscaler, group, diagnostics));
  }

  private static void check(
      AnalyzedResource autoscaler, AnalyzedGroup group, Diagnostics diagnostics) {
    Templates.created(group)
        .filter(workload -> isTarget(workload, autoscaler))
        .forEach(workload -> report(workload, autoscaler, diagnostics));
  }

  private static void report(
      AnalyzedResource workload, AnalyzedResource autoscaler, Diagnostics diagnostics) {
    Optional<YamlValue> replicas = Templates.at(workload, "spec", "replicas");
    if (replicas.isPresent()) {
      diagnostics.add(
          Diagnostic.of(
                  LINT_REPLICAS_AUTOSCALED,
                  replicas.get().span(),
                  "`spec.replicas` of `"
                      + workload.id()
                      + "` is set here and by autoscaler `"
                      + autoscaler.id()
                      + "`")
              .withRelated("the autoscaler", autoscaler.definition().id().span())
              .withHelp("remove `spec.replicas` and set `minReplicas` of the autoscaler"));
    }
  }

  /** Whether the autoscaler names the workload, by the same text or by reading its name. */
  private static boolean isTarget(AnalyzedResource workload, AnalyzedResource autoscaler) {
    boolean sameKind =
        Templates.text(autoscaler, "spec", "scaleTargetRef", "kind")
            .filter(kind -> kind.text().value().equals(workload.type().gvk().kind()))
            .isPresent();
    String target =
        Templates.text(autoscaler, "spec", "scaleTargetRef", "name")
            .map(name -> name.text().value())
            .orElse("");
    String name =
        Templates.text(workload, "metadata", "name").map(text -> text.text().value()).orElse("");
    return sameKind
        && !target.isEmpty()
        && (target.equals(name) || target.equals("${" + workload.id() + ".metadata.name}"));
  }
}
