package io.kro4j.runtime.cluster;

import static io.kro4j.runtime.cluster.Connections.CONFIG_MAP;
import static io.kro4j.runtime.cluster.Connections.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.ApiException.Kind;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedControlPlane.class)
class WatchConnectionTest {
  private static final FieldManager MANAGER = FieldManager.of("test");

  private final Events events = new Events();
  private HttpCluster cluster;
  private String namespace;

  @BeforeEach
  void connect(ControlPlane controlPlane) {
    namespace = Connections.namespace(controlPlane.api(), "watch-connection");
    cluster = Connections.connect(controlPlane);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void tellsWhatHappensAfterAList() throws Exception {
    ListQuery query = ListQuery.of(CONFIG_MAP).in(namespace);
    ObjectRef ref = new ObjectRef(CONFIG_MAP, namespace, "watched");
    String since = cluster.list(query).resourceVersion();

    try (Watch watch = cluster.watch(query, since, events)) {
      Map<String, Object> made = cluster.apply(ref, configMap(ref, Map.of("n", "ö")), MANAGER);
      cluster.apply(ref, configMap(ref, Map.of("n", "2")), MANAGER);
      cluster.delete(ref, String.valueOf(PlainJson.at(made, "metadata", "uid")));

      Connections.await("three events", () -> events.seen.size() >= 3);
      assertThat(events.seen)
          .extracting(WatchEvent::type)
          .containsExactly(
              WatchEvent.Type.ADDED, WatchEvent.Type.MODIFIED, WatchEvent.Type.DELETED);
      assertThat(events.seen.get(0).object()).isEqualTo(made);
      assertThat(watch).isNotNull();
    }
    assertThat(events.isBegun).isTrue();
    assertThat(events.end).isNotDone();
  }

  @Test
  void aVersionTooOldIsGone(ControlPlane controlPlane) throws Exception {
    // What an API server remembers of the past begins when it starts.
    controlPlane.stopApiServer();
    controlPlane.startApiServer();

    try (Watch watch = cluster.watch(ListQuery.of(CONFIG_MAP), "1", events)) {
      assertThat(watch).isNotNull();
      assertThat(failure()).isEqualTo(Kind.GONE);
    }
  }

  @Test
  void aTypeThatIsNotServedIsTold() throws Exception {
    ApiType nothing =
        new ApiType(new GroupVersionKind("no.where", "v1", "Thing"), "things", Scope.NAMESPACED);
    try (Watch watch = cluster.watch(ListQuery.of(nothing), "1", events)) {
      assertThat(watch).isNotNull();
      assertThat(failure()).isEqualTo(Kind.NOT_SERVED);
      assertThat(events.isBegun).isFalse();
    }
  }

  private Kind failure() throws Exception {
    return events.end.get(30, TimeUnit.SECONDS).orElseThrow().kind();
  }

  private static final class Events implements Watch.Consumer {
    private final List<WatchEvent> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Optional<ApiException>> end = new CompletableFuture<>();
    private volatile boolean isBegun;

    @Override
    public void began() {
      isBegun = true;
    }

    @Override
    public void happened(WatchEvent event) {
      if (event.type() != WatchEvent.Type.BOOKMARK) {
        seen.add(event);
      }
    }

    @Override
    public void ended(@Nullable ApiException failure) {
      end.complete(Optional.ofNullable(failure));
    }
  }
}
