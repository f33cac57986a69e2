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

class ContestEventsTest {
  private static final ApiType API =
      new ApiType(new GroupVersionKind("kro.run", "v1alpha1", "Web"), "webs", Scope.NAMESPACED);
  private static final Map<String, Object> INSTANCE =
      Map.of("metadata", Map.of("name", "shop", "namespace", "default", "uid", "u"));

  private final List<Event> events = new ArrayList<>();

  @Test
  void tellsOnceOfEachObject() {
    ContestEvents told = new ContestEvents(events::add);

    told.written(API, INSTANCE, status("one", "Fine"), status("one", "Contested"));
    told.written(API, INSTANCE, status("one", "Contested"), status("one", "Contested"));
    told.written(API, INSTANCE, status("one", "Contested"), status("two", "Contested"));
    told.written(API, INSTANCE, status("two", "Contested"), Map.of());

    assertThat(events)
        .extracting(Event::message)
        .containsExactly(
            "somebody else changes ConfigMap default/one back whenever it is applied",
            "somebody else changes ConfigMap default/two back whenever it is applied");
    assertThat(events.get(0).type()).isEqualTo(Type.WARNING);
    assertThat(events.get(0).reason()).isEqualTo("Contested");
    assertThat(events.get(0).about().name()).isEqualTo("shop");
  }

  private static Map<String, Object> status(String name, String reason) {
    return Map.of(
        "resources",
        List.of(
            Map.of("kind", "ConfigMap", "namespace", "default", "name", name, "reason", reason)));
  }
}
