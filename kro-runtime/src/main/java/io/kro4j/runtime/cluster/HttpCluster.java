package io.kro4j.runtime.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cluster whose API server is asked over HTTP. */
public final class HttpCluster implements Cluster, AutoCloseable {
  private static final String APPLY = "application/apply-patch+yaml";
  private static final String JSON = "application/json";
  private static final String PAGE = "500";

  private final Transport transport;
  private final ApiTypes types;
  private final URI url;

  private HttpCluster(Transport transport, URI url) {
    this.url = url;
    this.transport = transport;
    this.types = new Discovery(transport, System::nanoTime);
  }

  /**
   * A client of the API server that the settings name. Nothing is sent yet.
   *
   * @param settings where it is, and how it is asked
   * @param observer is told of each request
   * @throws IllegalArgumentException if the settings name no API server; its message is one line
   *     for the user
   */
  public static HttpCluster connect(ClusterSettings settings, RequestObserver observer) {
    Config config = Connection.of(settings);
    config.setUserAgent(settings.userAgent());
    config.setRequestRetryBackoffLimit(0);
    // One connection for each request, since the JDK's HTTP/2 has no health checks: a connection
    // that died silently would hold up everything for a quarter of an hour.
    config.setHttp2Disable(true);
    HttpClient http = new JdkHttpClientFactory().newBuilder(config).build();
    URI url = URI.create(config.getMasterUrl());
    return new HttpCluster(new Transport(http, url, settings, observer), url);
  }

  @Override
  public CompletableFuture<Map<String, Object>> applyAsync(
      ObjectRef ref, Map<String, Object> object, FieldManager manager) {
    return apply(ApiRequest.of(Verb.APPLY, ref), object, manager);
  }

  @Override
  public CompletableFuture<Map<String, Object>> applyStatusAsync(
      ObjectRef ref, Map<String, Object> object, FieldManager manager) {
    return apply(ApiRequest.of(Verb.APPLY, ref).toStatus(), object, manager);
  }

  @Override
  public CompletableFuture<Map<String, Object>> patchAsync(ObjectRef ref, Patch patch) {
    ApiRequest request = ApiRequest.of(Verb.PATCH, ref);
    ApiRequest there = patch.ofStatus() ? request.toStatus() : request;
    return object(there.with(patch.type().mediaType(), patch.body()));
  }

  @Override
  public CompletableFuture<Map<String, Object>> createAsync(
      ApiType type, @Nullable String namespace, Map<String, Object> object) {
    return object(ApiRequest.of(Verb.CREATE, type, namespace).with(JSON, object));
  }

  @Override
  public CompletableFuture<Optional<Map<String, Object>>> deleteAsync(ObjectRef ref, String uid) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("apiVersion", "v1");
    options.put("kind", "DeleteOptions");
    // The default of Jobs is to leave their Pods behind.
    options.put("propagationPolicy", "Background");
    options.put("preconditions", Map.of("uid", uid));
    return unlessNotFound(object(ApiRequest.of(Verb.DELETE, ref).with(JSON, options)))
        .thenApply(answer -> answer.filter(json -> PlainJson.at(json, "metadata", "uid") != null));
  }

  @Override
  public CompletableFuture<Optional<Map<String, Object>>> getAsync(ObjectRef ref) {
    return unlessNotFound(object(ApiRequest.of(Verb.GET, ref)));
  }

  @Override
  public CompletableFuture<ObjectList> listAsync(ListQuery query) {
    List<Map<String, Object>> items = new ArrayList<>();
    return listEachAsync(query, items::add).thenApply(version -> new ObjectList(version, items));
  }

  @Override
  public CompletableFuture<String> listEachAsync(
      ListQuery query, Consumer<Map<String, Object>> each) {
    return pages(query, each, null);
  }

  @Override
  public Watch watch(ListQuery query, String resourceVersion, Watch.Consumer consumer) {
    ApiRequest request =
        ApiRequest.of(Verb.WATCH, query.type(), query.namespace())
            .with("labelSelector", query.labelSelector())
            .with("watch", "true")
            .with("allowWatchBookmarks", "true")
            .with("resourceVersion", resourceVersion);
    return WatchConnection.open(transport, request, consumer);
  }

  @Override
  public CompletableFuture<Map<String, Object>> documentAsync(String path) {
    return object(ApiRequest.document(path));
  }

  @Override
  public ApiTypes types() {
    return types;
  }

  /** The address of the API server. */
  public URI url() {
    return url;
  }

  /** Ends all connections. */
  @Override
  public void close() {
    transport.close();
  }

  private CompletableFuture<Map<String, Object>> apply(
      ApiRequest request, Map<String, Object> object, FieldManager manager) {
    return object(
        request
            .with("fieldManager", manager.name())
            .with("force", Boolean.toString(manager.takesOver()))
            .with(APPLY, object));
  }

  private CompletableFuture<String> pages(
      ListQuery query, Consumer<Map<String, Object>> each, @Nullable String token) {
    ApiRequest request =
        ApiRequest.of(Verb.LIST, query.type(), query.namespace())
            .with("labelSelector", query.labelSelector())
            .with("limit", PAGE)
            .with("continue", token);
    return transport
        .send(request)
        .thenCompose(
            answer -> {
              Map<String, Object> list = items(query.type(), answer, each);
              Optional<String> next = PlainJson.text(PlainJson.at(list, "metadata", "continue"));
              return next.isPresent()
                  ? pages(query, each, next.get())
                  : CompletableFuture.completedFuture(version(list));
            });
  }

  private static Map<String, Object> items(
      ApiType type, Answer answer, Consumer<Map<String, Object>> each) {
    try {
      return Json.readItems(answer.body(), item -> each.accept(whole(type, item)));
    } catch (IOException e) {
      throw new CompletionException(ApiException.unreachable("a list that is no list", e));
    }
  }

  /** Items of built-in types do not say what they are, since their list does. */
  private static Map<String, Object> whole(ApiType type, Map<String, Object> item) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("apiVersion", type.gvk().apiVersion());
    whole.put("kind", type.gvk().kind());
    item.forEach(whole::putIfAbsent);
    return whole;
  }

  private static String version(Map<String, Object> object) {
    return PlainJson.text(PlainJson.at(object, "metadata", "resourceVersion")).orElse("");
  }

  private CompletableFuture<Map<String, Object>> object(ApiRequest request) {
    return transport
        .send(request)
        .thenApply(
            answer -> {
              try {
                return answer.json();
              } catch (ApiException e) {
                throw new CompletionException(e);
              }
            });
  }

  private static CompletableFuture<Optional<Map<String, Object>>> unlessNotFound(
      CompletableFuture<Map<String, Object>> answer) {
    return answer
        .thenApply(Optional::of)
        .exceptionallyCompose(
            failure ->
                ApiException.of(failure).kind() == ApiException.Kind.NOT_FOUND
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(failure));
  }
}
