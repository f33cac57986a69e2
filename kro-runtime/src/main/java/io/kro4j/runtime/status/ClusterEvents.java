package io.kro4j.runtime.status;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.cluster.Cluster;
import io.kro4j.runtime.cluster.ObjectRef;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events as objects of {@code events.k8s.io/v1}: those of objects without a namespace into
 * the namespace {@code default}, as Kubernetes does. One that cannot be written is logged.
 */
public final class ClusterEvents implements EventSink {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterEvents.class);

  private static final ApiType TYPE =
      new ApiType(new GroupVersionKind("events.k8s.io", "v1", "Event"), "events", Scope.NAMESPACED);

  /** The API server takes no longer note. */
  private static final int LONGEST_NOTE = 1024;

  /** The API server takes no longer name, and generates five characters of it. */
  private static final int LONGEST_PREFIX = 200;

  /** Kubernetes' MicroTime. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Cluster cluster;
  private final InstantSource clock;
  private final String reporter;
  private final String instance;

  /**
   * A sink.
   *
   * @param cluster takes the events
   * @param clock tells when
   * @param reporter who reports, such as {@code kro.run/kro4j}
   * @param instance the name of this process, such as its Pod's
   */
  public ClusterEvents(Cluster cluster, InstantSource clock, String reporter, String instance) {
    this.cluster = cluster;
    this.clock = clock;
    this.reporter = reporter;
    this.instance = instance;
  }

  @Override
  public void emit(Event event) {
    String namespace = namespace(event.about());
    // Whoever emits does not wait, and nothing depends on it.
    var unused =
        cluster
            .createAsync(TYPE, namespace, object(event, namespace))
            .whenComplete((created, failure) -> log(event, failure));
  }

  private static void log(Event event, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.debug(
          "An event was not written object={} reason={}", event.about(), event.reason(), failure);
    }
  }

  private Map<String, Object> object(Event event, String namespace) {
    ObjectRef about = event.about();
    Map<String, Object> regarding = new LinkedHashMap<>();
    regarding.put("apiVersion", about.type().gvk().apiVersion());
    regarding.put("kind", about.type().gvk().kind());
    regarding.put("name", about.name());
    regarding.put("uid", event.uid());
    if (about.namespace() != null) {
      regarding.put("namespace", about.namespace());
    }
    String name = about.name();
    String prefix = name.substring(0, Math.min(LONGEST_PREFIX, name.length()));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", TYPE.gvk().apiVersion());
    object.put("kind", TYPE.gvk().kind());
    object.put("metadata", Map.of("generateName", generated(prefix), "namespace", namespace));
    object.put("eventTime", TIME.format(clock.instant()));
    object.put("reportingController", reporter);
    object.put("reportingInstance", instance);
    object.put("action", "Reconcile");
    object.put("type", event.type().text());
    object.put("reason", event.reason());
    object.put("note", cut(event.message()));
    object.put("regarding", regarding);
    return object;
  }

  private static String namespace(ObjectRef about) {
    String namespace = about.namespace();
    return namespace == null ? "default" : namespace;
  }

  /** The characters that the API server adds must make a name of it. */
  private static String generated(String prefix) {
    return prefix.replaceAll("[.-]+$", "") + "-";
  }

  private static String cut(String message) {
    return message.length() <= LONGEST_NOTE
        ? message
        : message.substring(0, LONGEST_NOTE - 1) + "…";
  }
}
