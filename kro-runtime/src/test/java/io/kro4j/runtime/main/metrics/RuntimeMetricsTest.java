package io.kro4j.runtime.main.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.RequestObserver.Request;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.runtime.controller.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuntimeMetricsTest {
  private final RuntimeMetrics metrics = new RuntimeMetrics("1.2.3");

  @Test
  void requestsAreCountedByMethodAndByWhatTheyAreFor() throws IOException {
    request(Verb.APPLY, 200);
    request(Verb.APPLY, 200);
    request(Verb.APPLY, 0);

    assertThat(text())
        .contains("rest_client_requests_total{code=\"200\",method=\"PATCH\"} 2.0\n")
        .contains("rest_client_requests_total{code=\"<error>\",method=\"PATCH\"} 1.0\n")
        .contains(
            "kro4j_api_requests_total{code=\"200\",group=\"apps\",resource=\"deployments\","
                + "subresource=\"\",verb=\"apply\"} 2.0\n")
        .contains("rest_client_request_duration_seconds_count{verb=\"PATCH\"} 3\n");
  }

  @Test
  void passesAreCountedByWhatTheyEndWith() throws IOException {
    Duration duration = Duration.ofMillis(20);
    metrics.reconciles().reconciled("shops", Outcome.done(), false, duration);
    metrics.reconciles().reconciled("shops", Outcome.again(duration), false, duration);
    metrics.reconciles().reconciled("shops", Outcome.retry("no"), true, duration);

    assertThat(text())
        .contains("dynamic_controller_reconcile_total{gvr=\"shops\"} 3.0\n")
        .contains("dynamic_controller_requeue_total{gvr=\"shops\",type=\"no_requeue\"} 1.0\n")
        .contains("dynamic_controller_requeue_total{gvr=\"shops\",type=\"requeue_after\"} 1.0\n")
        .contains("dynamic_controller_requeue_total{gvr=\"shops\",type=\"rate_limited\"} 1.0\n")
        .contains("dynamic_controller_reconcile_panics_total{gvr=\"shops\"} 1.0\n")
        .contains(
            "dynamic_controller_reconcile_duration_seconds_bucket{gvr=\"shops\",le=\"0.05\"} 3\n");
  }

  @Test
  void onlyChangesOfTheStateAreCounted() throws IOException {
    ApiType api = new ApiType(new GroupVersionKind("g", "v1", "Thing"), "things", Scope.NAMESPACED);
    Map<String, Object> active = Map.of("state", "ACTIVE");

    metrics.transitions().written(api, Map.of(), Map.of(), active);
    metrics.transitions().written(api, Map.of(), active, active);

    assertThat(text())
        .contains(
            "instance_state_transitions_total{from_state=\"\",gvr=\"g/v1, Kind=Thing\","
                + "to_state=\"ACTIVE\"} 1.0\n");
  }

  @Test
  void groupsThatDoNotCompileAreCountedTwice() throws IOException {
    metrics.groups().built("shop", true, Duration.ofMillis(3));
    metrics.groups().built("shop", false, Duration.ofMillis(3));

    assertThat(text())
        .contains("rgd_graph_build_total{name=\"shop\"} 2.0\n")
        .contains("rgd_graph_build_errors_total{name=\"shop\"} 1.0\n");
  }

  @Test
  void theLeaderSaysSo() throws IOException {
    metrics.leads("controller.kro.run", true);
    assertThat(text()).contains("leader_election_master_status{name=\"controller.kro.run\"} 1.0\n");

    metrics.leads("controller.kro.run", false);
    assertThat(text()).contains("leader_election_master_status{name=\"controller.kro.run\"} 0.0\n");
  }

  @Test
  void theProcessAndItsVersionAreThere() throws IOException {
    assertThat(text())
        .contains("kro4j_build_info{version=\"1.2.3\"} 1\n")
        .contains("process_cpu_seconds_total")
        .contains("jvm_memory_used_bytes");
  }

  private void request(Verb verb, int code) {
    metrics
        .requests()
        .finished(new Request(verb, "apps", "v1", "deployments", "", code, Duration.ofMillis(3)));
  }

  private String text() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    metrics.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
