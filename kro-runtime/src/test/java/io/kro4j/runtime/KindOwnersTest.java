package io.kro4j.runtime;

import static io.kro4j.runtime.ServedKind.COMPILED_GRAPH;
import static io.kro4j.runtime.ServedKind.RESOURCE_GRAPH_DEFINITION;
import static io.kro4j.runtime.ServedKind.RESOURCE_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.runtime.crd.LiveCrd;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindOwnersTest {
  private static final Map<String, String> GROUPS =
      Map.of("u1", "ResourceGroup", "u2", "ResourceGraphDefinition");

  @Test
  void whatALeftAloneKindDefinesIsLeftAloneToo() {
    KindOwners owners = owners(RESOURCE_GROUP, COMPILED_GRAPH);

    assertThat(owners.areOurs(crdOf("u1"))).isTrue();
    assertThat(owners.areOurs(crdOf("u2"))).isFalse();
    assertThat(owners.areOurs(crdOf(""))).isTrue();
    assertThat(owners(RESOURCE_GROUP, RESOURCE_GRAPH_DEFINITION).areOurs(crdOf(""))).isFalse();
  }

  @Test
  void whatAGroupDefinedThatIsGoneIsOursOnlyIfAllGroupsAre() {
    assertThat(owners(RESOURCE_GROUP).areOurs(crdOf("gone"))).isFalse();
    assertThat(owners(RESOURCE_GROUP, RESOURCE_GRAPH_DEFINITION).areOurs(crdOf("gone"))).isTrue();
  }

  private static KindOwners owners(ServedKind... kinds) {
    return new KindOwners(Set.of(kinds), uid -> Optional.ofNullable(GROUPS.get(uid)));
  }

  private static LiveCrd crdOf(String uid) {
    return new LiveCrd(
        Map.of("metadata", Map.of("labels", Map.of("kro.run/resource-graph-definition-id", uid))));
  }
}
