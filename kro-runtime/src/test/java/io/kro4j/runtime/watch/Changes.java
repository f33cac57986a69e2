package io.kro4j.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.cluster.Connections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What a listener heard: {@code +} for new, {@code ~} for changed, {@code -} for gone. */
final class Changes implements Listener {
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Override
  public void changed(@Nullable CachedObject before, @Nullable CachedObject after) {
    if (after == null) {
      heard.add("-" + (before == null ? "?" : before.ref().name()));
    } else {
      heard.add((before == null ? "+" : "~") + after.ref().name());
    }
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  void assertHeard(String... expected) {
    assertThat(heard).containsExactly(expected);
  }

  void awaitHeard(String... expected) {
    try {
      Connections.await("changes", () -> heard.equals(List.of(expected)));
    } catch (AssertionError e) {
      assertHeard(expected);
    }
  }
}
