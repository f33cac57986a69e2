package io.kro4j.maven.compilation;

import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.Progress;
import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.maven.input.LockInput;
import io.kro4j.maven.message.Words;
import io.kro4j.maven.settings.Obstacles;
import io.kro4j.maven.settings.Settings;
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
public record Options(
    CompilerOptions compiler, KubernetesCatalog builtIn, Progress progress, List<String> mistakes) {
  private static final String OMIT = "CELOmitFunction";

  /** All but the first change nothing about compiling; the same list serves the controller. */
  private static final List<String> GATES =
      List.of(OMIT, "InstanceConditionEvents", "InstanceConditionMetrics");

  /** Copies the list. */
  public Options {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads the parameters.
   *
   * @param inputs the files; a lock among them says which Kubernetes version is meant
   */
  public static Options of(Settings settings, Inputs inputs) {
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
    if (!settings.reporting().formats().isEmpty()) {
      Obstacles.mistake(settings, "reportsFolder", settings.reporting().folder())
          .ifPresent(mistakes::add);
    }
    KubernetesCatalog builtIn = builtIn(settings, inputs, mistakes);
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

  private static KubernetesCatalog builtIn(
      Settings settings, Inputs inputs, List<String> mistakes) {
    String version = settings.schemas().kubernetesVersion();
    if (version.isEmpty()) {
      // That a locked version is not known is a finding about the lock.
      return inputs
          .lock()
          .flatMap(LockInput::kubernetesVersion)
          .flatMap(KubernetesCatalog::version)
          .orElseGet(KubernetesCatalog::newest);
    }
    Optional<KubernetesCatalog> catalog = KubernetesCatalog.version(version);
    if (catalog.isEmpty()) {
      mistakes.add(Words.noneOf("kubernetesVersion", version, KubernetesCatalog.versions()));
    }
    return catalog.orElseGet(KubernetesCatalog::newest);
  }
}
