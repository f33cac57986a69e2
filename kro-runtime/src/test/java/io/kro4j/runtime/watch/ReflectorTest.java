package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.ListQuery;
import io.kro4j.runtime.cluster.WatchEvent;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a reflector lists anew. */
@ExtendWith(SharedControlPlane.class)
class ReflectorTest {
  private static final Duration SOON = Duration.ofMillis(10);
  private static final Duration LATER = Duration.ofMillis(400);

  /** The API server may have come to the new schema between a list and its watch. */
  @Test
  void aNewSchemaIsListedMoreThanOnceThoughNoWatchEnds(ControlPlane controlPlane) {
    try (HttpCluster cluster = Connections.connect(controlPlane);
        Counting counting = new Counting(cluster)) {
      counting.reflector.list();
      counting.await(1);

      counting.reflector.listForNewSchema(List.of(SOON, LATER));

      counting.await(3);
    }
  }

  @Test
  void ofManyNewSchemasOnlyTheLastCounts(ControlPlane controlPlane) {
    try (HttpCluster cluster = Connections.connect(controlPlane);
        Counting counting = new Counting(cluster)) {
      counting.reflector.list();
      counting.await(1);

      long begin = System.nanoTime();
      counting.reflector.listForNewSchema(List.of(SOON));
      counting.reflector.listForNewSchema(List.of(LATER));

      counting.await(2);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(LATER);
    }
  }

  /** Counts complete lists. */
  private static final class Counting implements Reflector.Follower, AutoCloseable {
    private final AtomicInteger lists = new AtomicInteger();
    private final Reflector reflector;

    Counting(HttpCluster cluster) {
      reflector = new Reflector(cluster, ListQuery.of(Connections.NAMESPACE), this);
    }

    void await(int count) {
      Connections.await(count + " lists", () -> lists.get() >= count);
    }

    @Override
    public void listEnds(String resourceVersion) {
      lists.incrementAndGet();
    }

    @Override
    public void listBegins() {}

    @Override
    public void listed(Map<String, Object> object) {}

    @Override
    public void follows() {}

    @Override
    public void happened(WatchEvent event) {}

    @Override
    public void absent() {}

    @Override
    public void failed(ApiException failure) {}

    @Override
    public void close() {
      reflector.close();
    }
  }
}
