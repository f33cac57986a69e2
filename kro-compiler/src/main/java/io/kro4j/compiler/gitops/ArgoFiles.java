package io.kro4j.compiler.gitops;

import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.schema.GroupVersionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Argo CD is set up with: an Application that brings output and instances in one sync, and the
 * health of the kinds, for the ConfigMap {@code argocd-cm} and as Argo CD's own repository has it.
 * Each rule names one kind, so that it never matches kinds of others in the same API group.
 */
final class ArgoFiles {
  private static final String FOLDER = OutputPath.GITOPS + "/argocd/";
  private static final String NAMESPACE = "argocd";

  private ArgoFiles() {}

  /** The text of each file by its path. */
  static Map<String, String> of(GlueSettings settings, List<GeneratedKind> kinds) {
    List<GeneratedKind> all = new ArrayList<>(ownKinds());
    kinds.stream().distinct().forEach(all::add);
    Map<String, String> files = new TreeMap<>();
    files.put(
        FOLDER + "application.yaml",
        YamlWriter.write(
            List.of(
                OutputTree.GENERATED,
                "Apply this once, or keep it where Argo CD finds it; see docs/gitops.md."),
            List.of(application(settings))));
    files.put(
        FOLDER + "argocd-cm.yaml",
        YamlWriter.write(
            List.of(
                OutputTree.GENERATED,
                "Merge this into the ConfigMap that Argo CD has: kubectl apply --server-side"),
            List.of(healthConfig(all))));
    all.forEach(kind -> files.putAll(HealthTests.of(kind, FOLDER + "resource_customizations/")));
    return files;
  }

  private static List<GeneratedKind> ownKinds() {
    return List.of(
        own("kro4j.io/v1alpha1", "CompiledGraph", HealthRule.COMPILED_GRAPH),
        own("kro.run/v1alpha1", "ResourceGraphDefinition", HealthRule.GROUP),
        own("kro.run/v1alpha1", "ResourceGroup", HealthRule.GROUP));
  }

  private static GeneratedKind own(String apiVersion, String kind, HealthRule health) {
    return new GeneratedKind(GroupVersionKind.of(apiVersion, kind), false, health);
  }

  private static Map<String, Object> healthConfig(List<GeneratedKind> kinds) {
    Map<String, Object> data = new TreeMap<>();
    for (GeneratedKind kind : kinds) {
      String name = kind.gvk().group() + "_" + kind.gvk().kind();
      data.put("resource.customizations.health." + name, kind.health().lua());
    }
    Map<String, Object> object = object("v1", "ConfigMap", "argocd-cm");
    object.put("data", data);
    return object;
  }

  private static Map<String, Object> application(GlueSettings settings) {
    Map<String, Object> automated = new LinkedHashMap<>();
    automated.put("prune", true);
    automated.put("selfHeal", true);
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("automated", automated);
    policy.put("syncOptions", List.of("ServerSideApply=true"));
    Map<String, Object> instances = source(settings, settings.instances());
    instances.put("directory", Map.of("recurse", true));
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("project", "default");
    spec.put("destination", Map.of("server", "https://kubernetes.default.svc"));
    // One Application with two sources is one sync, so the waves order all of it.
    spec.put("sources", List.of(source(settings, settings.output()), instances));
    spec.put("syncPolicy", policy);
    Map<String, Object> object = object("argoproj.io/v1alpha1", "Application", settings.name());
    object.put("spec", spec);
    return object;
  }

  private static Map<String, Object> source(GlueSettings settings, String path) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("repoURL", settings.repository());
    source.put("targetRevision", "HEAD");
    source.put("path", path);
    return source;
  }

  private static Map<String, Object> object(String apiVersion, String kind, String name) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("namespace", NAMESPACE);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", apiVersion);
    object.put("kind", kind);
    object.put("metadata", metadata);
    return object;
  }
}
