package io.kro4j.runtime.tutorial;

import io.kro4j.testing.ApiServer;
import io.kro4j.testing.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says of each pod of a namespace that it runs, which is what the controllers of a cluster wait for
 * in which there is no node.
 */
final class FakeKubelet implements AutoCloseable {
  private static final long PAUSE_MILLIS = 300;
  private static final String RUNNING =
      """
      {"status": {"phase": "Running",
        "conditions": [{"type": "Ready", "status": "True", "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}
      """;

  private final ApiServer api;
  private final String namespace;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  private FakeKubelet(ApiServer api, String namespace) {
    this.api = api;
    this.namespace = namespace;
  }

  /** Starts it for a namespace. */
  static FakeKubelet in(ApiServer api, String namespace) {
    FakeKubelet kubelet = new FakeKubelet(api, namespace);
    kubelet.thread.scheduleWithFixedDelay(kubelet::run, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return kubelet;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void run() {
    Response pods = api.list("v1", "Pod", namespace);
    for (Object each : (List<?>) pods.at("items")) {
      Map<?, ?> pod = (Map<?, ?>) each;
      if ("Pending".equals(((Map<?, ?>) pod.get("status")).get("phase"))) {
        Object name = ((Map<?, ?>) pod.get("metadata")).get("name");
        String path = "/api/v1/namespaces/" + namespace + "/pods/" + name + "/status";
        api.request("PATCH", path, "application/merge-patch+json", RUNNING);
      }
    }
  }
}
