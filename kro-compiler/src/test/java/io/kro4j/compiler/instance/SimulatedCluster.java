package io.kro4j.compiler.instance;

import static io.kro4j.compiler.instance.TestGraph.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in which everything goes well at once: what is applied comes back with the status that
 * its controller would write, and what is looked up is there.
 */
final class SimulatedCluster {
  private static final String WORKLOAD =
      """
      replicas: {replicas}
      readyReplicas: {replicas}
      availableReplicas: {replicas}
      conditions: [{type: Available, status: "True"}]
      """;
  private static final Map<String, String> STATUS =
      Map.ofEntries(
          Map.entry("Deployment", WORKLOAD),
          Map.entry("StatefulSet", WORKLOAD),
          Map.entry("Job", "{succeeded: 1, conditions: [{type: Complete, status: 'True'}]}"),
          Map.entry("Namespace", "{phase: Active}"),
          Map.entry("Service", "{loadBalancer: {ingress: [{ip: 203.0.113.7}]}}"),
          Map.entry("Ingress", "{loadBalancer: {ingress: [{hostname: lb.example.com}]}}"),
          Map.entry("PersistentVolumeClaim", "{phase: Bound, capacity: {storage: 10Gi}}"),
          Map.entry("HorizontalPodAutoscaler", "{currentReplicas: 2, desiredReplicas: 2}"),
          Map.entry("CronJob", "{lastScheduleTime: '2026-01-01T00:00:00Z'}"),
          Map.entry(
              "SQLServer", "{phase: Available, endpoint: {host: db.example.com, port: 5432}}"),
          Map.entry("SQLDatabase", "{ready: true}"),
          Map.entry("SQLLogin", "{ready: true}"));
  private static final String INSTANCE =
      """
      state: ACTIVE
      host: db.example.com
      port: 5432
      database: shop
      secretName: shop-postgres
      clusterIP: 10.96.0.7
      conditions: [{type: Ready, status: "True"}]
      """;

  private SimulatedCluster() {}

  /** What the cluster has once a decision is carried out. */
  static Observation carryOut(Decision decision) {
    if (decision instanceof Decision.Desired desired) {
      List<Map<String, @Nullable Object>> objects = new ArrayList<>();
      desired.objects().forEach(object -> objects.add(applied(object)));
      return Observation.of(objects);
    }
    if (decision instanceof Decision.Lookup lookup) {
      return Observation.of(found(lookup.type().gvk().kind(), lookup.namespace(), lookup.name()));
    }
    Decision.LookupAll lookup = (Decision.LookupAll) decision;
    String kind = lookup.type().gvk().kind();
    return Observation.of(
        List.of(
            found(kind, lookup.namespace(), "second"), found(kind, lookup.namespace(), "first")));
  }

  private static Map<String, @Nullable Object> applied(DesiredObject object) {
    Map<String, @Nullable Object> live = new LinkedHashMap<>(object.json());
    live.put(
        "metadata",
        JsonObjects.with(JsonObjects.metadata(live), "creationTimestamp", "2026-01-01T00:00:00Z"));
    String kind = object.type().gvk().kind();
    Map<String, @Nullable Object> spec = JsonObjects.object(live, "spec");
    if (kind.equals("Service")) {
      live.put("spec", JsonObjects.with(spec, "clusterIP", "10.96.0.7"));
    }
    String status = STATUS.getOrDefault(kind, custom(object) ? INSTANCE : "{}");
    String replicas = String.valueOf(spec.getOrDefault("replicas", 1));
    live.put("status", json(status.replace("{replicas}", replicas)));
    return live;
  }

  /** Instances of other groups. */
  private static boolean custom(DesiredObject object) {
    return object.type().gvk().group().endsWith("example.com")
        || object.type().gvk().group().equals("kro.run");
  }

  private static Map<String, Object> found(String kind, @Nullable String namespace, String name) {
    return json(
        """
        apiVersion: v1
        kind: %s
        metadata: {name: %s, namespace: %s, resourceVersion: "7"}
        data: {DATABASE_URL: cG9zdGdyZXM6Ly8=, LOG_LEVEL: info, ca.crt: certificate}
        """
            .formatted(kind, name, namespace));
  }
}
