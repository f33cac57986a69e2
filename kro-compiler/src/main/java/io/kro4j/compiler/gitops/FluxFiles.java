package io.kro4j.compiler.gitops;

import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Flux is set up with: three Kustomizations, each of which waits until the one before it is
 * ready. CRDs are never deleted; instances are deleted before their Kustomization is gone.
 */
final class FluxFiles {
  /** Keeps Flux from deleting an object that is gone from Git. */
  static final String PRUNE = "kustomize.toolkit.fluxcd.io/prune";

  private static final String FILE = OutputPath.GITOPS + "/flux/kustomizations.yaml";
  private static final String NAMESPACE = "flux-system";
  private static final String STATUS_IS_CURRENT =
      "has(status.observedGeneration) && status.observedGeneration == metadata.generation";

  private final GlueSettings settings;

  private FluxFiles(GlueSettings settings) {
    this.settings = settings;
  }

  /** The text of each file by its path. */
  static Map<String, String> of(GlueSettings settings, List<GeneratedKind> kinds) {
    FluxFiles files = new FluxFiles(settings);
    String text =
        YamlWriter.write(
            List.of(
                OutputTree.GENERATED,
                "Apply this once, or keep it where Flux finds it; see docs/gitops.md."),
            List.of(files.crds(), files.graphs(), files.instances(kinds)));
    return Map.of(FILE, text);
  }

  private Map<String, Object> crds() {
    Map<String, Object> spec = spec(settings.inOutput("crds"), "", "5m");
    spec.put("prune", false);
    spec.put("deletionPolicy", "Orphan");
    return kustomization("crds", spec);
  }

  private Map<String, Object> graphs() {
    Map<String, Object> spec = spec(settings.inOutput("graphs"), "crds", "5m");
    spec.put("prune", true);
    spec.put("deletionPolicy", "WaitForTermination");
    spec.put("healthCheckExprs", List.of(graphHealth()));
    return kustomization("graphs", spec);
  }

  private Map<String, Object> instances(List<GeneratedKind> kinds) {
    Map<String, Object> spec = spec(settings.instances(), "graphs", "15m");
    spec.put("prune", true);
    spec.put("deletionPolicy", "WaitForTermination");
    List<Map<String, Object>> checks = new ArrayList<>();
    kinds.stream().distinct().forEach(kind -> checks.add(instanceHealth(kind)));
    spec.put("healthCheckExprs", checks);
    return kustomization("instances", spec);
  }

  private Map<String, Object> spec(String path, String after, String timeout) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("kind", "GitRepository");
    source.put("name", NAMESPACE);
    Map<String, Object> spec = new LinkedHashMap<>();
    if (!after.isEmpty()) {
      spec.put("dependsOn", List.of(Map.of("name", name(after))));
    }
    spec.put("interval", "10m");
    spec.put("retryInterval", "1m");
    spec.put("timeout", timeout);
    spec.put("sourceRef", source);
    spec.put("path", "./" + path);
    spec.put("wait", true);
    return spec;
  }

  private Map<String, Object> kustomization(String layer, Map<String, Object> spec) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name(layer));
    metadata.put("namespace", NAMESPACE);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "kustomize.toolkit.fluxcd.io/v1");
    object.put("kind", "Kustomization");
    object.put("metadata", metadata);
    object.put("spec", spec);
    return object;
  }

  private String name(String layer) {
    return settings.name() + "-" + layer;
  }

  private static Map<String, Object> graphHealth() {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("apiVersion", "kro4j.io/v1alpha1");
    check.put("kind", "CompiledGraph");
    check.put("failed", STATUS_IS_CURRENT + " && " + condition("GraphAccepted", "False"));
    check.put("current", STATUS_IS_CURRENT + " && " + condition("Ready", "True"));
    return check;
  }

  /** Authors who declare conditions of their own may leave out {@code Ready}, but not the state. */
  private static Map<String, Object> instanceHealth(GeneratedKind kind) {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("apiVersion", kind.gvk().apiVersion());
    check.put("kind", kind.gvk().kind());
    check.put("failed", "has(status.state) && status.state == 'ERROR'");
    check.put("current", "has(status.state) && status.state == 'ACTIVE'");
    return check;
  }

  private static String condition(String type, String status) {
    return "has(status.conditions) && status.conditions.exists(c, c.type == '"
        + type
        + "' && c.status == '"
        + status
        + "')";
  }
}
