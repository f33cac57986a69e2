package io.kro4j.runtime.benchmark;

import io.kro4j.testing.ApiServer;
import io.kro4j.testing.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes instances of the benchmark's group without a runtime: the writes that an instance needs and
 * nothing else, with texts that are ready. What the control plane can take, and so what a runtime
 * can reach at best. The instances are left behind.
 */
final class OnlyWrites {
  private static final String NAMESPACE = "only-writes";
  private static final String CORE = "/api/v1/namespaces/" + NAMESPACE;
  private static final String CHAINS = "/apis/kro.run/v1alpha1/namespaces/" + NAMESPACE + "/chains";
  private static final int WRITERS = 16;

  private final ApiServer api;
  private final String prefix;

  private OnlyWrites(ApiServer api, String prefix) {
    this.api = api;
    this.prefix = prefix;
  }

  /** How many instances are made in a second. */
  static double perSecond(ApiServer api, int size) throws Exception {
    api.apply("{apiVersion: v1, kind: Namespace, metadata: {name: only-writes}}", "benchmark");
    OnlyWrites writes = new OnlyWrites(api, "of-" + size + "-");
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String name = writes.prefix + i;
      tasks.add(() -> writes.instance(name));
    }
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    long start = System.nanoTime();
    for (Future<Void> done : writers.invokeAll(tasks)) {
      done.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    writers.shutdown();
    return size / seconds;
  }

  private Void instance(String name) {
    String chain = "\"apiVersion\": \"kro.run/v1alpha1\", \"kind\": \"Chain\"";
    check(
        api.request(
            "POST",
            CHAINS,
            "application/json",
            "{%s, \"metadata\": {\"name\": \"%s\"}, \"spec\": {\"size\": 1}}"
                .formatted(chain, name)));
    apply(
        CHAINS + "/" + name,
        "{%s, \"metadata\": {\"name\": \"%s\", \"labels\": {\"a\": \"b\"}}}"
            .formatted(chain, name));
    child("serviceaccounts", "ServiceAccount", name, "");
    child("configmaps", "ConfigMap", name + "-settings", ", \"data\": {\"account\": \"a\"}");
    child("services", "Service", name, ", \"spec\": {\"ports\": [{\"port\": 80}]}");
    child("configmaps", "ConfigMap", name + "-last", ", \"data\": {\"port\": \"80\"}");
    apply(
        CHAINS + "/" + name + "/status",
        "{%s, \"metadata\": {\"name\": \"%s\"}, \"status\": {\"state\": \"ACTIVE\"}}"
            .formatted(chain, name));
    return null;
  }

  private void child(String plural, String kind, String name, String content) {
    apply(
        CORE + "/" + plural + "/" + name,
        "{\"apiVersion\": \"v1\", \"kind\": \"%s\", \"metadata\": {\"name\": \"%s\"}%s}"
            .formatted(kind, name, content));
  }

  private void apply(String path, String body) {
    String query = "?fieldManager=only-writes&force=true";
    check(api.request("PATCH", path + query, "application/apply-patch+yaml", body));
  }

  private static void check(Response response) {
    if (!response.ok()) {
      throw new IllegalStateException("refused: " + response);
    }
  }
}
