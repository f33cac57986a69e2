package io.kro4j.runtime.cluster;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.OpenApiCatalog;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that the API server publishes as OpenAPI v3.
 *
 * <p>It publishes an index of documents, one for each group and version, with a hash in the address
 * of each. Only the documents of types that are asked for are read; one is read again only if its
 * hash changed, or if memory was needed for something else in between.
 *
 * <p>Unlike other catalogs, this one changes when {@link #refresh} is called; in between it answers
 * the same, except that types that were not there may appear. Calls may block for requests, and
 * throw an {@link UncheckedIOException} with the {@link ApiException} if one fails. Safe for
 * concurrent use.
 */
public final class ClusterCatalog implements SchemaCatalog {
  private static final String INDEX = "/openapi/v3";

  private final Cluster cluster;
  private final CatalogObserver observer;
  private final Map<String, Document> documents = new LinkedHashMap<>();
  private @Nullable Map<String, Object> index;

  /** A catalog that has read nothing yet. */
  public ClusterCatalog(Cluster cluster, CatalogObserver observer) {
    this.cluster = cluster;
    this.observer = observer;
  }

  private record Document(String address, SoftReference<SchemaCatalog> types) {}

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    try {
      Optional<ResourceType> found = read(gvk);
      if (found.isPresent() || cluster.types().find(gvk).isEmpty()) {
        return found;
      }
      // It is served, so the index is older than the type.
      refresh();
      return read(gvk);
    } catch (ApiException e) {
      throw new UncheckedIOException("cannot read the schema of " + gvk, e);
    }
  }

  /** The names of all types that the API server serves, also of those without a schema. */
  @Override
  public Collection<GroupVersionKind> types() {
    try {
      return cluster.types().all();
    } catch (ApiException e) {
      throw new UncheckedIOException("cannot list the types of the cluster", e);
    }
  }

  /**
   * Looks again at what the API server has: one request if nothing changed.
   *
   * @throws ApiException if the index cannot be read; the catalog stays as it was
   */
  public void refresh() throws ApiException {
    Map<String, Object> now = PlainJson.object(cluster.document(INDEX).get("paths"));
    synchronized (this) {
      index = now;
      documents.entrySet().removeIf(each -> !each.getValue().address().equals(address(now, each)));
    }
  }

  /** How many documents are in memory. */
  public synchronized int size() {
    return (int) documents.values().stream().filter(each -> each.types().get() != null).count();
  }

  private static @Nullable String address(
      Map<String, Object> index, Map.Entry<String, Document> document) {
    return address(index, document.getKey()).orElse(null);
  }

  private static Optional<String> address(Map<String, Object> index, String path) {
    return PlainJson.text(PlainJson.object(index.get(path)).get("serverRelativeURL"));
  }

  private Optional<ResourceType> read(GroupVersionKind gvk) throws ApiException {
    if (index() == null) {
      refresh();
    }
    String path = (gvk.group().isEmpty() ? "api/" : "apis/") + gvk.apiVersion();
    Optional<String> address = address(PlainJson.object(index()), path);
    return address.isEmpty() ? Optional.empty() : document(path, address.get()).find(gvk);
  }

  private synchronized @Nullable Map<String, Object> index() {
    return index;
  }

  private SchemaCatalog document(String path, String address) throws ApiException {
    SchemaCatalog known = known(path, address);
    if (known != null) {
      observer.hit();
      return known;
    }
    SourceFile source = SourceFile.of(address, "");
    Map<String, Object> json = ask(address);
    Checked<SchemaCatalog> read =
        OpenApiCatalog.read(List.of(new SchemaSource(json, new Span(source, 0, 0))));
    SchemaCatalog types = read.value().orElseGet(SchemaCatalog::empty);
    synchronized (this) {
      documents.put(path, new Document(address, new SoftReference<>(types)));
    }
    return types;
  }

  private Map<String, Object> ask(String address) throws ApiException {
    long begin = System.nanoTime();
    boolean answered = false;
    try {
      Map<String, Object> json = cluster.document(address);
      answered = true;
      return json;
    } finally {
      observer.missed(answered, Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private synchronized @Nullable SchemaCatalog known(String path, String address) {
    Document known = documents.get(path);
    return known == null || !known.address().equals(address) ? null : known.types().get();
  }
}
