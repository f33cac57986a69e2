package io.kro4j.runtime.crd;

import io.kro4j.compiler.instance.GroupKind;
import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.ClusterCatalog;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of the cluster. Those of CRDs are read from the CRD itself, since the API server
 * publishes their OpenAPI some time after it serves them, and still does some time after it does
 * not; all others from OpenAPI, if discovery has them.
 *
 * <p>Throws an {@link UncheckedIOException} with the {@link ApiException} if a request fails.
 */
public final class CrdTypes implements SchemaCatalog {
  private final Cluster cluster;
  private final CrdWatch crds;
  private final ClusterCatalog openApi;

  /** A catalog over what is known of CRDs. */
  public CrdTypes(Cluster cluster, CrdWatch crds, ClusterCatalog openApi) {
    this.cluster = cluster;
    this.crds = crds;
    this.openApi = openApi;
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    Optional<LiveCrd> crd = crds.find(GroupKind.of(gvk));
    try {
      if (crd.isPresent()) {
        return crd.get().isEstablished() ? read(crd.get().name(), gvk) : Optional.empty();
      }
      if (crds.takeRemoved()) {
        cluster.types().refresh();
        openApi.refresh();
      }
      return cluster.types().find(gvk).isPresent() ? openApi.find(gvk) : Optional.empty();
    } catch (ApiException e) {
      throw new UncheckedIOException("cannot read the schema of " + gvk, e);
    }
  }

  @Override
  public Collection<GroupVersionKind> types() {
    return openApi.types();
  }

  @Override
  public Optional<String> remedy() {
    return Optional.of(
        "install its CRD, or the API server that serves it; the group goes on by itself when the"
            + " cluster has the type");
  }

  private Optional<ResourceType> read(String crd, GroupVersionKind gvk) throws ApiException {
    Optional<Map<String, Object>> json = cluster.get(CrdWatch.ref(crd));
    if (json.isEmpty()) {
      return Optional.empty();
    }
    Span place = new Span(SourceFile.of(crd, ""), 0, 0);
    return CrdCatalog.read(List.of(new SchemaSource(json.get(), place)))
        .value()
        .flatMap(types -> types.find(gvk));
  }
}
