package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.ApiException;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.WatchEvent;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists, events and offers in orders that are rare in a real cluster. */
@ExtendWith(SharedControlPlane.class)
class SharedWatchTest {
  private HttpCluster cluster;
  private SharedWatch watch;
  private Subscriber writer;

  @BeforeEach
  void watch(ControlPlane controlPlane) {
    cluster = Connections.connect(controlPlane);
    watch = new SharedWatch(cluster, Connections.CONFIG_MAP, Selection.ALL, WatchObserver.none());
    Interest interest = Interest.inWhole(Connections.CONFIG_MAP, List.of());
    writer = new Subscriber(watch, interest, (before, after) -> {}, subscriber -> {});
  }

  @AfterEach
  void close() {
    watch.close();
    cluster.close();
  }

  @Test
  void aListRemovesWhatIsNotInItUnlessItIsNewer() {
    list("10", object("old", "u1", 5), object("kept", "u2", 6));
    watch.offer(object("new", "u3", 12), writer);

    list("11", object("kept", "u2", 6));

    assertThat(names()).containsExactly("kept", "new");
  }

  @Test
  void theDeletionOfAnEarlierNamesakeDoesNotRemoveItsSuccessor() {
    list("10", object("x", "u1", 5));
    watch.offer(object("x", "u2", 12), writer);

    watch.happened(new WatchEvent(WatchEvent.Type.DELETED, object("x", "u1", 11)));
    assertThat(names()).containsExactly("x");

    watch.happened(new WatchEvent(WatchEvent.Type.ADDED, object("x", "u2", 12)));
    watch.happened(new WatchEvent(WatchEvent.Type.DELETED, object("x", "u2", 13)));
    assertThat(names()).isEmpty();
  }

  @Test
  void whatIsOfferedLateIsTakenUnlessTheWatchKnowsBetter() {
    list("10");
    watch.offer(object("gone", "u1", 9), writer);
    watch.offer(object("made", "u2", 11), writer);
    watch.happened(new WatchEvent(WatchEvent.Type.BOOKMARK, object("", "", 20)));
    watch.offer(object("late", "u3", 19), writer);

    assertThat(names()).containsExactly("made");
  }

  @Test
  void eventsOutOfOrderChangeNothing() {
    list("10", object("x", "u1", 10));
    watch.happened(new WatchEvent(WatchEvent.Type.MODIFIED, object("x", "u1", 12)));
    watch.happened(new WatchEvent(WatchEvent.Type.MODIFIED, object("x", "u1", 11)));
    watch.offer(object("x", "u1", 10), writer);

    assertThat(watch.cache().get("default", "x")).map(CachedObject::resourceVersion).contains("12");
  }

  @Test
  void aTypeThatIsGoneLeavesNothing() {
    list("10", object("x", "u1", 10));

    watch.absent();

    assertThat(names()).isEmpty();
    assertThat(watch.health()).isEqualTo(Subscription.Health.ABSENT);
  }

  @Test
  void aNewTypeThatTheApiServerDoesNotServeYetIsNoFailureUnlessItStaysSo() {
    ApiException notYet =
        new ApiException(
            ApiException.Kind.TOO_MANY_REQUESTS, 429, "", "storage is (re)initializing", null);
    for (int i = 0; i < 10; i++) {
      watch.failed(notYet);
    }
    assertThat(watch.failure()).isEmpty();
    assertThat(watch.health()).isEqualTo(Subscription.Health.STARTING);

    watch.failed(notYet);
    assertThat(watch.failure()).contains(notYet);

    list("10");
    watch.failed(notYet);
    assertThat(watch.failure()).isEmpty();
    assertThat(watch.health()).isEqualTo(Subscription.Health.FOLLOWING);
  }

  @Test
  void aClusterThatWasPutBackIsListedAnew() {
    list("9000000", object("from-the-future", "u1", 9_000_000));

    list("10", object("from-the-future", "u1", 10));
    Connections.await("a new list", () -> watch.health() == Subscription.Health.FOLLOWING);
    watch.offer(object("from-the-past", "u2", 8_000_000), writer);

    assertThat(names()).contains("from-the-past").doesNotContain("from-the-future");
  }

  @SafeVarargs
  private void list(String resourceVersion, Map<String, Object>... objects) {
    watch.listBegins();
    for (Map<String, Object> object : objects) {
      watch.listed(object);
    }
    watch.listEnds(resourceVersion);
  }

  private List<String> names() {
    return watch.cache().all().stream().map(each -> each.ref().name()).toList();
  }

  private static Map<String, Object> object(String name, String uid, long revision) {
    return Map.of(
        "metadata",
        Map.of(
            "name",
            name,
            "namespace",
            "default",
            "uid",
            uid,
            "resourceVersion",
            Long.toString(revision)));
  }
}
