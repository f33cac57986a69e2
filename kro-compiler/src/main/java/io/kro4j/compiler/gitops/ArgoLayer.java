package io.kro4j.compiler.gitops;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A layer of what Argo CD applies in one sync. A layer begins when the one before it is in sync and
 * healthy; pruning goes the other way. Instances need no annotation: theirs is wave 0.
 */
enum ArgoLayer {
  /**
   * The CRDs. To delete one deletes all its objects, so Argo CD asks somebody first. The larger
   * ones do not fit into the annotation that client-side apply makes.
   */
  CRDS(-20, "ServerSideApply=true,Prune=confirm,Delete=confirm"),
  /** The roles: the runtime needs its rights before it serves a graph. */
  ROLES(-15, ""),
  /** The graphs. */
  GRAPHS(-10, "ServerSideApply=true");

  private static final String PREFIX = "argocd.argoproj.io/";

  private final int wave;
  private final String options;

  ArgoLayer(int wave, String options) {
    this.wave = wave;
    this.options = options;
  }

  /** What the objects of the layer are annotated with. */
  Map<String, String> annotations() {
    Map<String, String> annotations = new LinkedHashMap<>();
    if (!options.isEmpty()) {
      annotations.put(PREFIX + "sync-options", options);
    }
    annotations.put(PREFIX + "sync-wave", Integer.toString(wave));
    return annotations;
  }
}
