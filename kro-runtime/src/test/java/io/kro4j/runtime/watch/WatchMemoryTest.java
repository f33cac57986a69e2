package io.kro4j.runtime.watch;

import static io.kro4j.runtime.cluster.Connections.CONFIG_MAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.FieldManager;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much memory many objects take. */
@ExtendWith(SharedControlPlane.class)
class WatchMemoryTest {
  private static final int OBJECTS = 5_000;
  private static final int FIELDS = 30;
  private static final long BYTES_OF_DATA = FIELDS * 30;
  private static final String OURS = "kro.run/applyset";

  @Test
  void manyObjectsTakeLittle(ControlPlane controlPlane) throws Exception {
    String namespace = Connections.namespace(controlPlane.api(), "watch-memory");
    try (HttpCluster cluster = Connections.connect(controlPlane)) {
      makeAll(cluster, namespace);
      long before = usedHeap();
      AtomicInteger heard = new AtomicInteger();
      SharedWatches watches = new SharedWatches(cluster, WatchObserver.none());
      Interest interest = Interest.inChildren(CONFIG_MAP, List.of(), OURS);
      CompletableFuture<Void> synced =
          watches.subscribe(interest, (gone, object) -> heard.incrementAndGet()).synced();
      synced.get(120, TimeUnit.SECONDS);

      long with = usedHeap();
      watches.close();
      long after = usedHeap();

      long perObject = (with - before) / OBJECTS;
      System.out.println("heap for each of " + OBJECTS + " objects: " + perObject + " bytes");
      assertThat(heard.get()).isGreaterThanOrEqualTo(OBJECTS);
      // What tests before this one let go meanwhile makes it less, never more.
      assertThat(perObject).isLessThan(5 * BYTES_OF_DATA);
      assertThat((with - after) / OBJECTS).isGreaterThan(BYTES_OF_DATA);
    }
  }

  private static void makeAll(HttpCluster cluster, String namespace) {
    IntStream.range(0, OBJECTS)
        .mapToObj(number -> make(cluster, namespace, number))
        .toList()
        .forEach(CompletableFuture::join);
  }

  private static CompletableFuture<Map<String, Object>> make(
      HttpCluster cluster, String namespace, int number) {
    ObjectRef ref = new ObjectRef(CONFIG_MAP, namespace, "many-" + number);
    Map<String, Object> data = new TreeMap<>();
    IntStream.range(0, FIELDS).forEach(n -> data.put("field-" + n, "value-" + number + "-" + n));
    Map<String, Object> metadata =
        Map.of("name", ref.name(), "labels", Map.of("applyset.kubernetes.io/part-of", "many"));
    return cluster
        .applyAsync(
            ref,
            Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata, "data", data),
            FieldManager.of(OURS))
        .thenApply(live -> Map.of());
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
