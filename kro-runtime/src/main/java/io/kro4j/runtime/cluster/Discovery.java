package io.kro4j.runtime.cluster;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Aggregated discovery: two documents hold all types. An API server since 1.27 has it. Each is
 * asked for by the tag of the last one, so that it comes again only if it changed.
 */
final class Discovery implements ApiTypes {
  /** How often a miss may make us ask again. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final List<String> PATHS = List.of("/api", "/apis");
  private static final String ACCEPTED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList";

  private final Transport transport;
  private final LongSupplier nanos;
  private final Map<String, Document> documents = new LinkedHashMap<>();
  private long asked;
  private volatile @Nullable Map<GroupVersionKind, ApiType> known;

  /**
   * Knows nothing yet.
   *
   * @param transport asks
   * @param nanos a clock that only goes forward, as {@link System#nanoTime}
   */
  Discovery(Transport transport, LongSupplier nanos) {
    this.transport = transport;
    this.nanos = nanos;
  }

  private record Document(@Nullable String tag, List<ApiType> types) {}

  @Override
  public Optional<ApiType> find(GroupVersionKind gvk) throws ApiException {
    Optional<ApiType> found = Optional.ofNullable(known().get(gvk));
    if (found.isPresent()) {
      return found;
    }
    return Optional.ofNullable(afterMiss().get(gvk));
  }

  @Override
  public Optional<ApiType> find(String group, String kind) throws ApiException {
    Optional<ApiType> found = preferred(known(), group, kind);
    return found.isPresent() ? found : preferred(afterMiss(), group, kind);
  }

  @Override
  public Collection<GroupVersionKind> all() throws ApiException {
    return known().keySet();
  }

  @Override
  public synchronized void refresh() throws ApiException {
    asked = nanos.getAsLong();
    for (String path : PATHS) {
      documents.put(path, ask(path, documents.get(path)));
    }
    Map<GroupVersionKind, ApiType> all = new LinkedHashMap<>();
    documents.values().stream()
        .flatMap(document -> document.types().stream())
        .forEach(type -> all.putIfAbsent(type.gvk(), type));
    known = Collections.unmodifiableMap(all);
  }

  private Map<GroupVersionKind, ApiType> known() throws ApiException {
    Map<GroupVersionKind, ApiType> now = known;
    return now == null ? afterMiss() : now;
  }

  private synchronized Map<GroupVersionKind, ApiType> afterMiss() throws ApiException {
    Map<GroupVersionKind, ApiType> now = known;
    if (now == null || nanos.getAsLong() - asked >= PAUSE.toNanos()) {
      refresh();
      now = known;
    }
    return now == null ? Map.of() : now;
  }

  private static Optional<ApiType> preferred(
      Map<GroupVersionKind, ApiType> types, String group, String kind) {
    return types.values().stream()
        .filter(type -> type.gvk().group().equals(group) && type.gvk().kind().equals(kind))
        .findFirst();
  }

  private Document ask(String path, @Nullable Document last) throws ApiException {
    ApiRequest request =
        ApiRequest.document(path)
            .withHeader("Accept", ACCEPTED)
            .withHeader("If-None-Match", last == null ? null : last.tag());
    Answer answer = Cluster.await(transport.sendForAny(request));
    if (answer.code() == 304 && last != null) {
      return last;
    }
    if (!answer.isSuccess()) {
      throw answer.failure();
    }
    return new Document(answer.tag(), types(answer.json()));
  }

  /** In the order of the document: the version that the API server prefers comes first. */
  private static List<ApiType> types(Map<String, Object> document) {
    List<ApiType> types = new ArrayList<>();
    for (Object item : PlainJson.list(document.get("items"))) {
      Map<String, Object> group = PlainJson.object(item);
      String name = PlainJson.text(PlainJson.at(group, "metadata", "name")).orElse("");
      for (Object each : PlainJson.list(group.get("versions"))) {
        Map<String, Object> version = PlainJson.object(each);
        for (Object resource : PlainJson.list(version.get("resources"))) {
          type(name, version, PlainJson.object(resource)).ifPresent(types::add);
        }
      }
    }
    return types;
  }

  private static Optional<ApiType> type(
      String group, Map<String, Object> version, Map<String, Object> resource) {
    Optional<String> kind = PlainJson.text(PlainJson.at(resource, "responseKind", "kind"));
    Optional<String> plural = PlainJson.text(resource.get("resource"));
    String number = PlainJson.text(version.get("version")).orElse("");
    boolean canBeRead = PlainJson.list(resource.get("verbs")).contains("get");
    if (kind.isEmpty() || plural.isEmpty() || !canBeRead) {
      return Optional.empty();
    }
    Scope scope =
        Scope.NAMESPACED.text().equals(resource.get("scope")) ? Scope.NAMESPACED : Scope.CLUSTER;
    return Optional.of(
        new ApiType(new GroupVersionKind(group, number, kind.get()), plural.get(), scope));
  }
}
