package io.kro4j.runtime.main.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.RequestObserver.Request;
import io.kro4j.runtime.cluster.RequestObserver.Verb;
import io.kro4j.runtime.cluster.WatchEvent;
import io.kro4j.runtime.controller.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuntimeMetricsTest {
  private static final ApiType SHOPS =
      new ApiType(new GroupVersionKind("example.com", "v1", "Shop"), "shops", Scope.NAMESPACED);

  private final RuntimeMetrics metrics = new RuntimeMetrics("1.2.3", true);

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
    metrics.reconciles().reconciled(SHOPS, Outcome.done(), false, duration);
    metrics.reconciles().reconciled(SHOPS, Outcome.again(duration), false, duration);
    metrics.reconciles().reconciled(SHOPS, Outcome.retry("no"), true, duration);

    assertThat(text())
        .contains("dynamic_controller_reconcile_total{gvr=\"example.com/v1/shops\"} 3.0\n")
        .contains(
            "dynamic_controller_requeue_total{gvr=\"example.com/v1/shops\",type=\"no_requeue\"} 1.0\n")
        .contains(
            "dynamic_controller_requeue_total{gvr=\"example.com/v1/shops\",type=\"requeue_after\"} 1.0\n")
        .contains(
            "dynamic_controller_requeue_total{gvr=\"example.com/v1/shops\",type=\"rate_limited\"} 1.0\n")
        .contains("dynamic_controller_reconcile_panics_total{gvr=\"example.com/v1/shops\"} 1.0\n")
        .contains(
            "dynamic_controller_reconcile_duration_seconds_bucket{gvr=\"example.com/v1/shops\",le=\"0.05\"} 3\n");
  }

  @Test
  void watchesAreCountedAsUpstreamNamesTheirTypes() throws IOException {
    metrics.watches().happened(SHOPS, WatchEvent.Type.ADDED);
    metrics.watches().happened(SHOPS, WatchEvent.Type.DELETED);
    metrics.watches().synced(SHOPS, Duration.ofMillis(20));

    String shops = "gvr=\"example.com/v1, Resource=shops\"";
    assertThat(text())
        .contains("informer_events_total{event_type=\"add\"," + shops + "} 1.0\n")
        .contains("informer_events_total{event_type=\"delete\"," + shops + "} 1.0\n")
        .contains("dynamic_controller_informer_sync_duration_seconds_count{" + shops + "} 1\n");
  }

  @Test
  void schemasAreHitsOrMissesAndMissesMayFail() throws IOException {
    metrics.schemas().hit();
    metrics.schemas().missed(true, Duration.ofMillis(2));
    metrics.schemas().missed(false, Duration.ofMillis(2));

    assertThat(text())
        .contains("schema_resolver_cache_hits_total 1.0\n")
        .contains("schema_resolver_cache_misses_total 2.0\n")
        .contains("schema_resolver_errors_total 1.0\n")
        .contains("schema_resolver_api_call_duration_seconds_count 2\n");
  }

  @Test
  void nodesAndExpressionsAreCountedAndTimed() throws IOException {
    metrics.nodes().decided(true, Duration.ofNanos(20_000));
    metrics.nodes().decided(false, Duration.ofNanos(20_000));
    metrics.expressions().ends(metrics.expressions().begins(), true);

    assertThat(text())
        .contains("runtime_node_eval_total 2.0\n")
        .contains("runtime_node_eval_errors_total 1.0\n")
        .contains("runtime_node_eval_duration_seconds_bucket{le=\"2.5E-5\"} 2\n")
        .contains("cel_expr_eval_total 1.0\n")
        .contains("kro4j_cel_expr_eval_errors_total 1.0\n")
        .contains("cel_expr_eval_duration_seconds_count 1\n");
  }

  @Test
  void howThingsStandIsAskedWhenSomebodyLooks() throws IOException {
    assertThat(text()).contains("dynamic_controller_watch_count 0.0\n");

    metrics.running(new SomeStatistics(SHOPS));

    assertThat(text())
        .contains("dynamic_controller_queue_length 3.0\n")
        .contains("kro4j_definition_queue_length 4.0\n")
        .contains("dynamic_controller_gvr_count 5.0\n")
        .contains("dynamic_controller_watch_count 6.0\n")
        .contains("schema_resolver_cache_size 7.0\n")
        .contains("graph_revision_registry_entries{state=\"active\"} 8.0\n")
        .contains(
            "instance_condition_current_status_seconds{condition_status=\"False\","
                + "condition_type=\"Ready\",gvr=\"example.com/v1, Resource=shops\",name=\"shop\","
                + "namespace=\"default\",reason=\"NotReady\"} 1.5\n");
  }

  @Test
  void conditionsAreThereOnlyIfTheGateIsOpen() throws IOException {
    RuntimeMetrics without = new RuntimeMetrics("1.2.3", false);
    without.running(new SomeStatistics(SHOPS));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    without.write(out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .doesNotContain("instance_condition_current_status_seconds");
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
