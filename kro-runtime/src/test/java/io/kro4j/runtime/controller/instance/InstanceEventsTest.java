package io.kro4j.runtime.controller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.runtime.status.EventSink.Event;
import io.kro4j.runtime.status.EventSink.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceEventsTest {
  private static final ApiType API =
      new ApiType(new GroupVersionKind("kro.run", "v1alpha1", "Web"), "webs", Scope.NAMESPACED);
  private static final Map<String, Object> INSTANCE =
      Map.of("metadata", Map.of("name", "shop", "namespace", "default", "uid", "u"));

  private final List<Event> events = new ArrayList<>();

  @Test
  void tellsOfEachConditionWhoseStatusChanged() {
    new InstanceEvents(events::add)
        .written(
            API,
            INSTANCE,
            status(condition("Ready", "False", "NotReady"), condition("A", "True", "Fine")),
            status(
                condition("Ready", "True", "Ready"),
                condition("A", "True", "Better"),
                condition("B", "False", "Bad")));

    assertThat(events)
        .extracting(event -> event.type() + " " + event.reason() + " " + event.message())
        .containsExactly(
            Type.NORMAL + " Ready False -> True: Ready", Type.WARNING + " B none -> False: Bad");
    assertThat(events.get(0).about().name()).isEqualTo("shop");
    assertThat(events.get(0).uid()).isEqualTo("u");
  }

  private static Map<String, Object> status(Object... conditions) {
    return Map.of("conditions", List.of(conditions));
  }

  private static Map<String, Object> condition(String type, String status, String reason) {
    return Map.of("type", type, "status", status, "reason", reason);
  }
}
