package io.kro4j.maven;

import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.Progress;
import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.SchemaCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters as the compiler wants them.
 *
 * @param compiler how to compile
 * @param builtIn the built-in kinds
 * @param progress who hears how far the run is
 * @param mistakes what is wrong with the parameters, one sentence each; if there is any, the rest
 *     must not be used
 */
record Options(
    CompilerOptions compiler, SchemaCatalog builtIn, Progress progress, List<String> mistakes) {
  private static final String OMIT = "CELOmitFunction";

  /** All but the first change nothing about compiling; the same list serves the controller. */
  private static final List<String> GATES =
      List.of(OMIT, "InstanceConditionEvents", "InstanceConditionMetrics");

  /** Copies the list. */
  Options {
    mistakes = List.copyOf(mistakes);
  }

  /** Reads the parameters. */
  static Options of(Settings settings) {
    List<String> mistakes = new ArrayList<>(settings.glue().mistakes());
    CompilerOptions options = CompilerOptions.defaults();
    if (settings.threads() < 0) {
      mistakes.add("parameter `threads`: " + settings.threads() + " is less than 0");
    } else if (settings.threads() > 0) {
      options = options.withThreads(settings.threads());
    }
    if (settings.maxForEachDimensions() < 1) {
      mistakes.add(
          "parameter `maxForEachDimensions`: "
              + settings.maxForEachDimensions()
              + " is less than 1");
    }
    boolean omit = omitAllowed(settings.featureGates(), mistakes);
    options = options.withAnalysis(new AnalysisOptions(settings.maxForEachDimensions(), omit));
    mistakes.addAll(settings.policy().mistakes());
    mistakes.addAll(settings.reporting().mistakes());
    SchemaCatalog builtIn = builtIn(settings.kubernetesVersion(), mistakes);
    return new Options(options, builtIn, settings.progress(), mistakes);
  }

  private static boolean omitAllowed(List<String> gates, List<String> mistakes) {
    boolean omit = AnalysisOptions.DEFAULT.omitAllowed();
    for (String gate : gates) {
      int equals = gate.indexOf('=');
      String name = equals < 0 ? gate.strip() : gate.substring(0, equals).strip();
      String value = equals < 0 ? "" : gate.substring(equals + 1).strip();
      if (!value.equals("true") && !value.equals("false")) {
        mistakes.add("parameter `featureGates`: `" + gate + "` is not `name=true` or `name=false`");
      } else if (name.equals(OMIT)) {
        omit = value.equals("true");
      } else if (!GATES.contains(name)) {
        mistakes.add(Words.noneOf("featureGates", name, GATES));
      }
    }
    return omit;
  }

  private static SchemaCatalog builtIn(String version, List<String> mistakes) {
    if (version.isEmpty()) {
      return KubernetesCatalog.newest();
    }
    Optional<KubernetesCatalog> catalog = KubernetesCatalog.version(version);
    if (catalog.isEmpty()) {
      mistakes.add(Words.noneOf("kubernetesVersion", version, KubernetesCatalog.versions()));
      return SchemaCatalog.empty();
    }
    return catalog.get();
  }
}
