package io.kro4j.runtime.watch;

import static io.kro4j.runtime.cluster.Connections.CONFIG_MAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.cluster.FieldManager;
import io.kro4j.runtime.cluster.HttpCluster;
import io.kro4j.runtime.cluster.ObjectRef;
import io.kro4j.runtime.cluster.Patch;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.runtime.watch.Subscription.Health;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedControlPlane.class)
class SharedWatchesTest {
  private static final String OURS = "kro.run/applyset";
  private static final FieldManager MANAGER = FieldManager.of(OURS);
  private static final FieldPath DATA = FieldPath.of("data", "read");
  private static final Interest CHILDREN = Interest.inChildren(CONFIG_MAP, List.of(DATA), OURS);

  private final Connections.Log log = new Connections.Log();
  private final Changes changes = new Changes();
  private HttpCluster cluster;
  private SharedWatches watches;
  private String namespace;

  @BeforeEach
  void connect(ControlPlane controlPlane, TestInfo test) {
    String name = "shared-watches-" + Math.floorMod(test.getDisplayName().hashCode(), 100_000);
    namespace = Connections.namespace(controlPlane.api(), name);
    cluster = Connections.connect(controlPlane, log);
    watches = new SharedWatches(cluster, WatchObserver.none());
  }

  @AfterEach
  void close() {
    watches.close();
    cluster.close();
  }

  @Test
  void tellsFirstWhatIsThereAndThenWhatHappens() throws Exception {
    apply("b", Map.of("read", "1"));
    apply("a", Map.of("read", "1"));
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    synced(subscription);
    changes.assertHeard("+a", "+b");

    apply("c", Map.of("read", "1"));
    changes.awaitHeard("+a", "+b", "+c");
    apply("c", Map.of("read", "2"));
    changes.awaitHeard("+a", "+b", "+c", "~c");
    cluster.delete(ref("a"), uid("a"));
    changes.awaitHeard("+a", "+b", "+c", "~c", "-a");

    assertThat(subscription.health()).isEqualTo(Health.FOLLOWING);
    assertThat(subscription.cache().get(namespace, "a")).isEmpty();
    assertThat(subscription.cache().inNamespace(namespace))
        .extracting(each -> each.ref().name())
        .containsExactly("b", "c");
    assertThat(subscription.cache().get(namespace, "c").orElseThrow().json())
        .containsEntry("data", Map.of("read", "2"));
  }

  @Test
  void ownWritesWakeOthersOnly() throws Exception {
    Changes others = new Changes();
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    Subscription other = watches.subscribe(CHILDREN, here(others));
    synced(subscription);
    synced(other);

    write(subscription, "own", Map.of("read", "1"));
    assertThat(subscription.cache().get(namespace, "own")).isPresent();
    others.assertHeard("+own");
    write(subscription, "own", Map.of("read", "2"));
    apply("foreign", Map.of("read", "1"));

    others.awaitHeard("+own", "~own", "+foreign");
    changes.awaitHeard("+foreign");
    assertThat(log.count(Verb.WATCH, "configmaps")).isEqualTo(1);
  }

  @Test
  void theEventOfAnOwnWriteMayComeBeforeItsAnswer() throws Exception {
    Changes others = new Changes();
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    Subscription other = watches.subscribe(CHILDREN, here(others));
    synced(subscription);
    synced(other);
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();

    subscription.write(ref("own"), () -> answer);
    Map<String, Object> live = apply("own", Map.of("read", "1"));
    others.awaitHeard("+own");
    answer.complete(live);
    apply("end", Map.of());

    changes.awaitHeard("+end");
  }

  @Test
  void whatOthersDoDuringAWriteIsToldAfterIt() throws Exception {
    Changes others = new Changes();
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    Subscription other = watches.subscribe(CHILDREN, here(others));
    synced(subscription);
    synced(other);
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    CompletableFuture<Map<String, Object>> refused = new CompletableFuture<>();

    subscription.write(ref("own"), () -> answer);
    subscription.write(ref("lost"), () -> refused);
    Map<String, Object> live = apply("own", Map.of("read", "1"));
    merge("own", Map.of("data", Map.of("read", "theirs")));
    apply("lost", Map.of("read", "theirs"));
    others.awaitHeard("+own", "~own", "+lost");
    changes.assertHeard();
    answer.complete(live);
    refused.completeExceptionally(new IllegalStateException("refused"));

    changes.assertHeard("~own", "+lost");
    assertThat(cached(subscription, "own")).containsEntry("data", Map.of("read", "theirs"));
  }

  @Test
  void whatIsOlderThanWhatIsKnownChangesNothing() throws Exception {
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    synced(subscription);
    Map<String, Object> first = write(subscription, "x", Map.of("read", "1"));
    Map<String, Object> second = write(subscription, "x", Map.of("read", "2"));
    subscription.offer(first);
    assertThat(version(subscription, "x"))
        .isEqualTo(PlainJson.at(second, "metadata", "resourceVersion"));

    cluster.delete(ref("x"), uid("x"));
    changes.awaitHeard("-x");
    subscription.offer(second);

    assertThat(subscription.cache().get(namespace, "x")).isEmpty();
    changes.assertHeard("-x");
  }

  @Test
  void anObjectMadeAgainIsAnother() throws Exception {
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    synced(subscription);
    subscription.offer(apply("x", Map.of("read", "1")));
    cluster.delete(ref("x"), uid("x"));
    Map<String, Object> again = apply("x", Map.of("read", "1"));
    subscription.offer(again);
    apply("end", Map.of());

    Connections.await("the last event", () -> changes.heard().contains("+end"));
    assertThat(subscription.cache().get(namespace, "x").orElseThrow().uid())
        .isEqualTo(PlainJson.at(again, "metadata", "uid"));
  }

  @Test
  void onlyWhatMattersIsTold() throws Exception {
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    synced(subscription);
    write(subscription, "x", Map.of("own", "1"));

    merge("x", Map.of("data", Map.of("other", "1")));
    merge("x", Map.of("metadata", Map.of("annotations", Map.of("a", "b"))));
    merge("x", Map.of("data", Map.of("read", "1")));
    merge("x", Map.of("data", Map.of("own", "drift")));
    merge("x", Map.of("metadata", Collections.singletonMap("labels", null)));

    changes.awaitHeard("~x", "~x", "-x");
  }

  @Test
  void whoWantsToSeeMoreGetsMore() throws Exception {
    apply("x", Map.of("read", "1", "more", "2"));
    Subscription little = watches.subscribe(CHILDREN, here(changes));
    synced(little);
    assertThat(cached(little, "x")).containsEntry("data", Map.of("read", "1"));

    Changes others = new Changes();
    Interest more = Interest.inChildren(CONFIG_MAP, List.of(FieldPath.of("data", "more")), OURS);
    Subscription much = watches.subscribe(more, here(others));
    synced(much);

    assertThat(cached(much, "x")).containsEntry("data", Map.of("more", "2", "read", "1"));
    others.assertHeard("+x");
    merge("x", Map.of("data", Map.of("more", "3")));
    others.awaitHeard("+x", "~x");
    // What was applied and is drifting is told to all.
    changes.awaitHeard("+x", "~x");
    assertThat(log.count(Verb.LIST, "configmaps")).isEqualTo(2);
  }

  @Test
  void membersAreFoundByTheirApplySet() throws Exception {
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    synced(subscription);
    Map<String, Object> moved = apply("m", Map.of());
    merge("m", labels("applyset.kubernetes.io/part-of", "one"));
    Connections.await("a member", () -> !subscription.cache().partOf("one").isEmpty());
    assertThat(subscription.cache().partOf("other")).isEmpty();
    assertThat(moved).isNotEmpty();

    merge("m", labels("applyset.kubernetes.io/part-of", "other"));

    Connections.await("the other set", () -> !subscription.cache().partOf("other").isEmpty());
    assertThat(subscription.cache().partOf("one")).isEmpty();
  }

  @Test
  void theLastOneOutEndsTheWatch() throws Exception {
    Subscription one = watches.subscribe(CHILDREN, here(changes));
    Subscription two = watches.subscribe(CHILDREN, here(new Changes()));
    synced(one);
    synced(two);
    one.close();
    apply("x", Map.of());
    Connections.await("the object", () -> two.cache().get(namespace, "x").isPresent());
    assertThat(changes.heard()).isEmpty();
    two.close();

    Subscription three = watches.subscribe(CHILDREN, here(changes));
    synced(three);
    changes.assertHeard("+x");
    assertThat(log.count(Verb.LIST, "configmaps")).isEqualTo(2);
  }

  @Test
  void followsAgainWhenTheServerIsBack(ControlPlane controlPlane) throws Exception {
    Subscription subscription = watches.subscribe(CHILDREN, here(changes));
    synced(subscription);
    apply("stays", Map.of("read", "1"));
    apply("goes", Map.of("read", "1"));
    changes.awaitHeard("+stays", "+goes");

    controlPlane.stopApiServer();
    Connections.await("trouble", () -> subscription.health() == Health.FAILING);
    assertThat(subscription.failure()).isPresent();
    assertThat(subscription.cache().get(namespace, "goes")).isPresent();
    controlPlane.startApiServer();
    cluster.delete(ref("goes"), uid("goes"));
    apply("stays", Map.of("read", "2"));
    apply("comes", Map.of("read", "1"));

    Connections.await("all changes", () -> changes.heard().size() == 5);
    assertThat(changes.heard())
        .containsExactlyInAnyOrder("+stays", "+goes", "-goes", "~stays", "+comes");
    Connections.await("health", () -> subscription.health() == Health.FOLLOWING);
    assertThat(subscription.failure()).isEmpty();
  }

  @Test
  void followsATypeThatGoesAndComes(ControlPlane controlPlane) throws Exception {
    ApiType type =
        new ApiType(
            new GroupVersionKind("watch.test", "v1", "Fleeting"), "fleetings", Scope.NAMESPACED);
    String crd = Connections.crd("watch.test", "fleetings", "Fleeting");
    Interest interest = Interest.inWhole(type, List.of(FieldPath.of("spec")));
    Subscription subscription = watches.subscribe(interest, here(changes));
    synced(subscription);
    assertThat(subscription.health()).isEqualTo(Health.ABSENT);

    controlPlane.api().establish(crd, "test");
    Connections.await("the type", () -> subscription.health() == Health.FOLLOWING);
    ObjectRef ref = new ObjectRef(type, namespace, "f");
    cluster.apply(ref, fleeting("f"), MANAGER);
    changes.awaitHeard("+f");
    assertThat(cached(subscription, "f")).containsEntry("spec", Map.of("n", 1L));

    controlPlane
        .api()
        .delete(
            io.kro4j.testing.ObjectRef.of(
                "apiextensions.k8s.io/v1", "CustomResourceDefinition", "fleetings.watch.test"));
    Connections.await("its end", () -> subscription.health() == Health.ABSENT);
    changes.awaitHeard("+f", "-f");

    controlPlane.api().establish(crd, "test");
    cluster.apply(ref, fleeting("f"), MANAGER);
    changes.awaitHeard("+f", "-f", "+f");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theDefaultOfANewFieldIsSeen(boolean isToldAtOnce, ControlPlane controlPlane)
      throws Exception {
    String kind = isToldAtOnce ? "Prompt" : "Belated";
    String plural = kind.toLowerCase(Locale.ROOT) + "s";
    String name = plural + ".watch.test";
    ApiType type =
        new ApiType(new GroupVersionKind("watch.test", "v1", kind), plural, Scope.NAMESPACED);
    controlPlane.api().establish(withText(kind, plural, "type: string"), "test");
    watches.lookAgain(name, 1);
    ObjectRef ref = new ObjectRef(type, namespace, "d");
    Map<String, Object> object =
        Map.of(
            "apiVersion",
            "watch.test/v1",
            "kind",
            kind,
            "metadata",
            Map.of("name", "d"),
            "spec",
            Map.of());
    cluster.apply(ref, object, MANAGER);
    Interest interest = Interest.inWhole(type, List.of(FieldPath.of("spec")));
    Subscription subscription = watches.subscribe(interest, here(changes));
    synced(subscription);
    changes.awaitHeard("+d");

    controlPlane.api().apply(withText(kind, plural, "type: string, default: new"), "test");
    if (!isToldAtOnce) {
      Connections.await("the new default", () -> "new".equals(text(ref)));
    }
    watches.lookAgain(name, 2);

    changes.awaitHeard("+d", "~d");
    assertThat(cached(subscription, "d")).containsEntry("spec", Map.of("text", "new"));
  }

  private Object text(ObjectRef ref) {
    return PlainJson.at(cluster.getAsync(ref).join().orElseThrow(), "spec", "text");
  }

  private static String withText(String kind, String plural, String schema) {
    return Connections.crd("watch.test", plural, kind)
        .replace(
            "x-kubernetes-preserve-unknown-fields: true",
            "properties: {spec: {type: object, properties: {text: {" + schema + "}}}}");
  }

  private Listener here(Changes heard) {
    return (before, after) -> {
      CachedObject any = after == null ? before : after;
      if (any != null && namespace.equals(any.ref().namespace())) {
        heard.changed(before, after);
      }
    };
  }

  private static void synced(Subscription subscription) throws Exception {
    subscription.synced().get(60, TimeUnit.SECONDS);
  }

  private Map<String, Object> write(
      Subscription subscription, String name, Map<String, Object> data) throws Exception {
    return Cluster.await(
        subscription.write(
            ref(name), () -> cluster.applyAsync(ref(name), owned(name, data), MANAGER)));
  }

  private Map<String, Object> apply(String name, Map<String, Object> data) throws Exception {
    return cluster.apply(ref(name), owned(name, data), MANAGER);
  }

  private static Map<String, Object> owned(String name, Map<String, Object> data) {
    Map<String, Object> metadata =
        Map.of("name", name, "labels", Map.of("applyset.kubernetes.io/part-of", "set"));
    return Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata, "data", data);
  }

  private void merge(String name, Map<String, Object> patch) throws Exception {
    cluster.patch(ref(name), Patch.merge(patch));
  }

  private static Map<String, Object> labels(String name, String value) {
    return Map.of("metadata", Map.of("labels", Map.of(name, value)));
  }

  private static Map<String, Object> fleeting(String name) {
    Map<String, Object> object = new HashMap<>();
    object.put("apiVersion", "watch.test/v1");
    object.put("kind", "Fleeting");
    object.put("metadata", Map.of("name", name));
    object.put("spec", Map.of("n", 1L));
    return object;
  }

  private Map<String, Object> cached(Subscription subscription, String name) {
    return subscription.cache().get(namespace, name).orElseThrow().json();
  }

  private String version(Subscription subscription, String name) {
    return subscription.cache().get(namespace, name).orElseThrow().resourceVersion();
  }

  private ObjectRef ref(String name) {
    return new ObjectRef(CONFIG_MAP, namespace, name);
  }

  private String uid(String name) throws Exception {
    Map<String, Object> object = cluster.get(ref(name)).orElseThrow();
    return String.valueOf(PlainJson.at(object, "metadata", "uid"));
  }
}
