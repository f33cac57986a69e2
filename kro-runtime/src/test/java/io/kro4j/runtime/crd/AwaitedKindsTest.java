package io.kro4j.runtime.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.instance.GroupKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwaitedKindsTest {
  private static final GroupKind WIDGET = new GroupKind("example.com", "Widget");
  private static final GroupKind GADGET = new GroupKind("example.com", "Gadget");
  private final AwaitedKinds<String> awaited = new AwaitedKinds<>();

  @Test
  void whoWaitsIsFoundByKind() {
    awaited.await("a", Set.of(WIDGET, GADGET));
    awaited.await("b", Set.of(WIDGET));

    assertThat(awaited.of(WIDGET)).containsExactlyInAnyOrder("a", "b");
    assertThat(awaited.of(GADGET)).containsExactly("a");
  }

  @Test
  void theLastWordCounts() {
    awaited.await("a", Set.of(WIDGET));

    awaited.await("a", Set.of(GADGET));
    assertThat(awaited.of(WIDGET)).isEmpty();
    assertThat(awaited.of(GADGET)).containsExactly("a");

    awaited.await("a", Set.of());
    assertThat(awaited.of(GADGET)).isEmpty();
  }

  @Test
  void ofSeveralGraphsOfAKindTheFirstIsNamed() {
    GitKinds kinds = new GitKinds();
    kinds.put("one", WIDGET);
    kinds.put("two", WIDGET);
    assertThat(kinds.graphOf(WIDGET)).contains("one");
    assertThat(kinds.graphsOf(WIDGET)).containsExactly("one", "two");

    kinds.remove("one");
    assertThat(kinds.graphOf(WIDGET)).contains("two");
    assertThat(kinds.graphOf(GADGET)).isEmpty();
  }
}
