package io.kro4j.runtime.cluster;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.RequestObserver.Request;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ControlPlane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What tests against a real API server share. */
public final class Connections {
  public static final ApiType CONFIG_MAP =
      new ApiType(new GroupVersionKind("", "v1", "ConfigMap"), "configmaps", Scope.NAMESPACED);
  public static final ApiType NAMESPACE =
      new ApiType(new GroupVersionKind("", "v1", "Namespace"), "namespaces", Scope.CLUSTER);

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long PAUSE = 20;

  private Connections() {}

  /** Requests as they were observed. */
  public static final class Log implements RequestObserver {
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    @Override
    public void finished(Request request) {
      requests.add(request);
    }

    /** The requests of a verb. */
    public List<Request> of(Verb verb) {
      return requests.stream().filter(each -> each.verb() == verb).toList();
    }

    /** Forgets all requests. */
    public void clear() {
      requests.clear();
    }

    /** How many requests there were of a verb for a resource. */
    public long count(Verb verb, String resource) {
      return count(verb, resource::equals);
    }

    /** How many requests there were of a verb for the resources that a predicate accepts. */
    public long count(Verb verb, Predicate<String> resource) {
      return requests.stream()
          .filter(each -> each.verb() == verb && resource.test(each.resource()))
          .count();
    }
  }

  public static HttpCluster connect(ControlPlane controlPlane) {
    return connect(controlPlane, RequestObserver.none());
  }

  public static HttpCluster connect(ControlPlane controlPlane, RequestObserver observer) {
    return HttpCluster.connect(settings(controlPlane), observer);
  }

  static ClusterSettings settings(ControlPlane controlPlane) {
    return ClusterSettings.defaults("kro4j/test")
        .withKubeconfig(controlPlane.kubeconfigFile(), null);
  }

  /** A namespace of that name, made anew for a test class. */
  public static String namespace(ApiServer api, String name) {
    api.apply("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}", "test");
    return name;
  }

  public static Map<String, Object> configMap(ObjectRef ref, Map<String, Object> data) {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "ConfigMap",
        "metadata",
        Map.of("name", ref.name()),
        "data",
        data);
  }

  /** A CustomResourceDefinition whose objects may hold anything. */
  public static String crd(String group, String plural, String kind) {
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: %2$s.%1$s}
        spec:
          group: %1$s
          names: {plural: %2$s, kind: %3$s}
          scope: Namespaced
          versions:
            - name: v1
              served: true
              storage: true
              subresources: {status: {}}
              schema:
                openAPIV3Schema:
                  type: object
                  x-kubernetes-preserve-unknown-fields: true
        """
        .formatted(group, plural, kind);
  }

  /** Waits until something is so. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + LIMIT + ": " + what);
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
