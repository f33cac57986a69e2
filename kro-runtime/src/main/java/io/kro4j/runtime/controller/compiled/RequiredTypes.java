package io.kro4j.runtime.controller.compiled;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.crd.CrdWatch;
import io.kro4j.runtime.crd.LiveCrd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the cluster serves the types of a graph's nodes. */
final class RequiredTypes {
  private final Cluster cluster;
  private final CrdWatch crds;

  RequiredTypes(Cluster cluster, CrdWatch crds) {
    this.cluster = cluster;
    this.crds = crds;
  }

  /**
   * The types that are not served as the graph needs them.
   *
   * @throws ApiException if discovery fails
   */
  List<ApiType> missing(ResourceGraph graph) throws ApiException {
    List<ApiType> missing = new ArrayList<>();
    for (ApiType type : graph.requiredTypes()) {
      if (!isServed(type)) {
        missing.add(type);
      }
    }
    return missing;
  }

  private boolean isServed(ApiType type) throws ApiException {
    Optional<LiveCrd> crd = crds.find(GroupKind.of(type.gvk()));
    if (crd.isPresent()) {
      return crd.get().isEstablished()
          && crd.get().hasVersion(type.gvk().version())
          && crd.get().name().equals(type.crdName())
          && crd.get().servedType().scope() == type.scope();
    }
    return cluster.types().find(type.gvk()).filter(type::equals).isPresent();
  }
}
