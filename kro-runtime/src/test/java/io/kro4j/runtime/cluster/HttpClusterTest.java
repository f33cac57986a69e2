package io.kro4j.runtime.cluster;

import static io.kro4j.runtime.cluster.Connections.CONFIG_MAP;
import static io.kro4j.runtime.cluster.Connections.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.ApiException.Kind;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import io.kro4j.testing.SharedControlPlane;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedControlPlane.class)
class HttpClusterTest {
  private static final String NAMESPACE = "http-cluster";
  private static final FieldManager MANAGER = FieldManager.of("kro.run/applyset");
  private static final ApiType NOWHERE =
      new ApiType(new GroupVersionKind("no.where", "v1", "Thing"), "things", Scope.NAMESPACED);

  @TempDir Path folder;

  private final Connections.Log log = new Connections.Log();
  private HttpCluster cluster;

  @BeforeEach
  void connect(ControlPlane controlPlane) {
    Connections.namespace(controlPlane.api(), NAMESPACE);
    cluster = Connections.connect(controlPlane, log);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void anApplyThatChangesNothingKeepsTheVersion() throws Exception {
    ObjectRef ref = ref("kept");
    Map<String, Object> first = cluster.apply(ref, configMap(ref, Map.of("n", "1")), MANAGER);
    Map<String, Object> again = cluster.apply(ref, configMap(ref, Map.of("n", "1")), MANAGER);

    assertThat(first).containsEntry("data", Map.of("n", "1"));
    assertThat(again).isEqualTo(first);
    assertThat(cluster.get(ref)).contains(first);
    assertThat(log.count(Verb.APPLY, "configmaps")).isEqualTo(2);
  }

  @Test
  void fieldsOfOthersAreAConflictUnlessTakenOver() throws Exception {
    ObjectRef ref = ref("contested");
    cluster.apply(ref, configMap(ref, Map.of("n", "1")), MANAGER);
    Map<String, Object> other = configMap(ref, Map.of("n", "2"));

    assertFails(Kind.CONFLICT, () -> cluster.apply(ref, other, new FieldManager("o", false)));
    assertThat(cluster.apply(ref, other, FieldManager.of("o")))
        .containsEntry("data", Map.of("n", "2"));
  }

  @Test
  void whatIsNotThereIsNotFoundAndWhatIsNotServedIsTold() throws Exception {
    ObjectRef lost = new ObjectRef(CONFIG_MAP, "no-such-namespace", "lost");

    assertThat(cluster.get(lost)).isEmpty();
    assertThat(cluster.delete(lost, "some-uid")).isEmpty();
    assertFails(Kind.NOT_FOUND, () -> cluster.apply(lost, configMap(lost, Map.of()), MANAGER));
    assertFails(
        Kind.NOT_FOUND, () -> cluster.patch(ref("lost"), Patch.merge(Map.of("data", Map.of()))));
    assertFails(Kind.NOT_SERVED, () -> cluster.list(ListQuery.of(NOWHERE)));
    assertFails(Kind.NOT_SERVED, () -> cluster.get(new ObjectRef(NOWHERE, NAMESPACE, "x")));
  }

  @Test
  void invalidObjectsAreToldByTheirField() throws Exception {
    ApiType service =
        new ApiType(new GroupVersionKind("", "v1", "Service"), "services", Scope.NAMESPACED);
    ObjectRef ref = new ObjectRef(service, NAMESPACE, "wrong");
    Map<String, Object> object =
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Service",
            "metadata",
            Map.of("name", "wrong"),
            "spec",
            Map.of("ports", List.of(Map.of("port", 99999L))));

    ApiException invalid = assertFails(Kind.INVALID, () -> cluster.apply(ref, object, MANAGER));
    assertThat(invalid).hasMessageContaining("spec.ports[0].port");
    assertThat(invalid.reason()).isEqualTo("Invalid");
  }

  @Test
  void patchesCheckWhatTheyBuildOn() throws Exception {
    ObjectRef ref = ref("patched");
    Map<String, Object> before = cluster.apply(ref, configMap(ref, Map.of("n", "1")), MANAGER);
    Object version = PlainJson.at(before, "metadata", "resourceVersion");
    Map<String, Object> change =
        Map.of("metadata", Map.of("resourceVersion", version), "data", Map.of("n", "2"));

    Map<String, Object> after = cluster.patch(ref, Patch.merge(change));

    assertThat(after).containsEntry("data", Map.of("n", "2"));
    Patch stale =
        Patch.merge(
            Map.of("metadata", Map.of("resourceVersion", version), "data", Map.of("n", "3")));
    assertFails(Kind.CONFLICT, () -> cluster.patch(ref, stale));
    Map<String, Object> test = Map.of("op", "test", "path", "/data/n", "value", "7");
    assertFails(Kind.INVALID, () -> cluster.patch(ref, Patch.json(List.of(test))));
  }

  @Test
  void aDeletionMeansOneObjectAndNotItsNamesake() throws Exception {
    ObjectRef ref = ref("deleted");
    String uid = uid(cluster.apply(ref, configMap(ref, Map.of()), MANAGER));

    assertFails(Kind.CONFLICT, () -> cluster.delete(ref, "11111111-2222-3333-4444-555555555555"));
    assertThat(cluster.get(ref)).isPresent();
    assertThat(cluster.delete(ref, uid)).isEmpty();
    assertThat(cluster.get(ref)).isEmpty();
    assertThat(cluster.delete(ref, uid)).isEmpty();
  }

  @Test
  void aDeletionThatFinalizersHoldGivesTheObject() throws Exception {
    ObjectRef ref = ref("held");
    Map<String, Object> held =
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            Map.of("name", "held", "finalizers", List.of("kro.run/test")));
    String uid = uid(cluster.apply(ref, held, MANAGER));

    Optional<Map<String, Object>> left = cluster.delete(ref, uid);

    assertThat(left.map(object -> PlainJson.at(object, "metadata", "deletionTimestamp")))
        .isPresent();
    cluster.patch(ref, Patch.json(List.of(Map.of("op", "remove", "path", "/metadata/finalizers"))));
    assertThat(cluster.get(ref)).isEmpty();
  }

  @Test
  void longListsComeInPages(ApiServer api) throws Exception {
    String namespace = Connections.namespace(api, "pages");
    List<CompletableFuture<Map<String, Object>>> created =
        IntStream.range(0, 501)
            .mapToObj(n -> new ObjectRef(CONFIG_MAP, namespace, "c" + n))
            .map(ref -> cluster.applyAsync(ref, configMap(ref, Map.of()), MANAGER))
            .toList();
    created.forEach(CompletableFuture::join);

    ObjectList list = cluster.list(ListQuery.of(CONFIG_MAP).in(namespace));

    assertThat(list.items()).hasSize(501);
    assertThat(list.items())
        .allSatisfy(each -> assertThat(each).containsEntry("kind", "ConfigMap"));
    assertThat(list.resourceVersion()).matches("\\d+");
    assertThat(log.count(Verb.LIST, "configmaps")).isEqualTo(2);
  }

  @Test
  void labelsSelect() throws Exception {
    for (String name : List.of("chosen", "passed-over")) {
      ObjectRef ref = ref(name);
      Map<String, Object> metadata = Map.of("name", name, "labels", Map.of("pick", name));
      cluster.apply(
          ref, Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", metadata), MANAGER);
    }

    ListQuery query = ListQuery.of(CONFIG_MAP).in(NAMESPACE).labelled("pick=chosen");

    assertThat(cluster.list(query).items())
        .extracting(each -> PlainJson.at(each, "metadata", "name"))
        .containsExactly("chosen");
  }

  @Test
  void statusIsWrittenApart(ApiServer api) throws Exception {
    api.establish(Connections.crd("status.test", "widgets", "Widget"), "test");
    ApiType type = cluster.types().find("status.test", "Widget").orElseThrow();
    ObjectRef ref = new ObjectRef(type, NAMESPACE, "one");
    Map<String, Object> widget = widget(Map.of("spec", Map.of("n", 1L)));
    cluster.apply(ref, widget, MANAGER);

    cluster.applyStatus(ref, widget(Map.of("status", Map.of("ready", true))), MANAGER);
    Map<String, Object> patched =
        cluster.patch(ref, Patch.merge(Map.of("status", Map.of("count", 2L))).toStatus());

    assertThat(patched)
        .containsEntry("spec", Map.of("n", 1L))
        .containsEntry("status", Map.of("ready", true, "count", 2L));
  }

  @Test
  void namesCanBeLeftToTheServer() throws Exception {
    Map<String, Object> object =
        Map.of(
            "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("generateName", "made-"));

    Map<String, Object> created = cluster.create(CONFIG_MAP, NAMESPACE, object);

    assertThat(PlainJson.at(created, "metadata", "name")).asString().startsWith("made-");
    ApiException twice =
        assertFails(Kind.CONFLICT, () -> cluster.create(CONFIG_MAP, NAMESPACE, named(created)));
    assertThat(twice.reason()).isEqualTo("AlreadyExists");
  }

  @Test
  void whoMayNotAndWhoIsUnknown(ControlPlane controlPlane) throws Exception {
    controlPlane
        .api()
        .apply(
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: poor, namespace: default}}",
            "t");
    String token = controlPlane.api().serviceAccountToken("default", "poor");

    try (HttpCluster poor = connect(controlPlane.kubeconfig(token));
        HttpCluster unknown = connect(controlPlane.kubeconfig("not-a-token"))) {
      assertFails(Kind.FORBIDDEN, () -> poor.list(ListQuery.of(CONFIG_MAP)));
      assertFails(Kind.UNAUTHORIZED, () -> unknown.list(ListQuery.of(CONFIG_MAP)));
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsUnreachableInTime(ControlPlane controlPlane) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      String kubeconfig = controlPlane.kubeconfig().replace(controlPlane.url().toString(), url);
      try (HttpCluster cut = connect(kubeconfig)) {
        ApiException late = assertFails(Kind.UNREACHABLE, () -> cut.list(ListQuery.of(CONFIG_MAP)));
        assertThat(late.isTransient()).isTrue();
      }
    }
  }

  private HttpCluster connect(String kubeconfig) throws Exception {
    Path file = Files.writeString(Files.createTempFile(folder, "kubeconfig", ""), kubeconfig);
    ClusterSettings settings =
        ClusterSettings.defaults("kro4j/test")
            .withKubeconfig(file, null)
            .withTimeout(Duration.ofSeconds(1));
    return HttpCluster.connect(settings, RequestObserver.none());
  }

  private static ApiException assertFails(Kind kind, ThrowingCallable request) {
    ApiException failure = catchThrowableOfType(ApiException.class, request);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
    return failure;
  }

  private static ObjectRef ref(String name) {
    return new ObjectRef(CONFIG_MAP, NAMESPACE, name);
  }

  private static String uid(Map<String, Object> object) {
    return String.valueOf(PlainJson.at(object, "metadata", "uid"));
  }

  private static Map<String, Object> named(Map<String, Object> object) {
    Object name = PlainJson.at(object, "metadata", "name");
    return Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", name));
  }

  private static Map<String, Object> widget(Map<String, Object> rest) {
    Map<String, Object> widget = new java.util.LinkedHashMap<>(rest);
    widget.put("apiVersion", "status.test/v1");
    widget.put("kind", "Widget");
    widget.put("metadata", Map.of("name", "one"));
    return widget;
  }
}
