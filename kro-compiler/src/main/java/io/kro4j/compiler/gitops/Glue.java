package io.kro4j.compiler.gitops;

import io.kro4j.compiler.artifact.LayerAnnotations;
import io.kro4j.compiler.artifact.OutputPath;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.graph.ResourceGraph;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is generated for the tools of a run, besides the objects themselves.
 *
 * <pre>{@code
 * crds/kustomization.yaml                a folder for each layer, so that
 * graphs/kustomization.yaml              each can be applied by itself;
 * rbac/kustomization.yaml                that of the graphs includes the roles
 * gitops/argocd/…                        what Argo CD is set up with
 * gitops/flux/…                          what Flux is set up with
 * }</pre>
 */
public final class Glue {
  private final GlueSettings settings;

  private Glue(GlueSettings settings) {
    this.settings = settings;
  }

  /** What is generated for these settings. */
  public static Glue of(GlueSettings settings) {
    return new Glue(settings);
  }

  /** What the objects are annotated with. */
  public LayerAnnotations annotations() {
    Map<String, String> crds = new LinkedHashMap<>();
    Map<String, String> roles = new LinkedHashMap<>();
    Map<String, String> graphs = new LinkedHashMap<>();
    if (uses(GlueTool.ARGOCD)) {
      crds.putAll(ArgoLayer.CRDS.annotations());
      roles.putAll(ArgoLayer.ROLES.annotations());
      graphs.putAll(ArgoLayer.GRAPHS.annotations());
    }
    if (uses(GlueTool.FLUX)) {
      crds.put(FluxFiles.PRUNE, "disabled");
    }
    return new LayerAnnotations(crds, roles, graphs);
  }

  /**
   * The text of each file by its path.
   *
   * @param graphs the graphs of the run; without any there are no files
   */
  public SortedMap<String, String> files(List<ResourceGraph> graphs) {
    SortedMap<String, String> files = new TreeMap<>();
    if (graphs.isEmpty() || settings.tools().isEmpty()) {
      return files;
    }
    List<ResourceGraph> sorted =
        graphs.stream().sorted(Comparator.comparing(ResourceGraph::name)).toList();
    addFolders(files, sorted);
    if (uses(GlueTool.ARGOCD)) {
      files.putAll(ArgoFiles.of(settings, types(sorted)));
    }
    if (uses(GlueTool.FLUX)) {
      files.putAll(FluxFiles.of(settings, types(sorted)));
    }
    return files;
  }

  private boolean uses(GlueTool tool) {
    return settings.tools().contains(tool);
  }

  private static List<GeneratedKind> types(List<ResourceGraph> graphs) {
    return graphs.stream().map(graph -> GeneratedKind.of(graph.api())).sorted().toList();
  }

  private static void addFolders(Map<String, String> files, List<ResourceGraph> graphs) {
    addFolder(files, graphs.stream().map(graph -> OutputPath.crd(graph.api().crdName())));
    addFolder(files, graphs.stream().map(graph -> OutputPath.roles(graph.name())));
    addFolder(files, graphs.stream().map(graph -> OutputPath.graph(graph.name())), "../rbac");
  }

  private static void addFolder(Map<String, String> files, Stream<String> paths, String... before) {
    List<String> sorted = paths.sorted().toList();
    String folder = sorted.get(0).substring(0, sorted.get(0).indexOf('/') + 1);
    List<String> resources =
        Stream.concat(
                Stream.of(before), sorted.stream().map(path -> path.substring(folder.length())))
            .toList();
    Map<String, Object> kustomization = new LinkedHashMap<>();
    kustomization.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
    kustomization.put("kind", "Kustomization");
    kustomization.put("resources", resources);
    files.put(
        folder + OutputPath.KUSTOMIZATION,
        YamlWriter.write(List.of(OutputTree.GENERATED), List.of(kustomization)));
  }
}
