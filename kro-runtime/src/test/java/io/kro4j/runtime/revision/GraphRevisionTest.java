package io.kro4j.runtime.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.PlainJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GraphRevisionTest {
  private static final Owner OWNER = new Owner("ResourceGroup", "web", "uid-1");

  @Test
  void aDraftIsReadBack() {
    GraphRevision revision = drafted(OWNER);

    assertThat(revision.name()).isEqualTo("web-r00003");
    assertThat(revision.group()).isEqualTo("web");
    assertThat(revision.number()).isEqualTo(3);
    assertThat(revision.generation()).isEqualTo(7);
    assertThat(revision.spec()).isEqualTo(Map.of("schema", Map.of("kind", "Web")));
    assertThat(revision.isHeld()).isTrue();
    assertThat(revision.isControlledBy(OWNER)).isTrue();
    assertThat(revision.terminating()).isFalse();
  }

  @Test
  void labelsAreUpstreams() {
    Map<String, Object> draft = GraphRevision.draft(OWNER, 3, 7, Map.of(), "0.1.0");

    assertThat(((Map<?, ?>) draft.get("metadata")).get("labels"))
        .isEqualTo(
            Map.of(
                "kro.run/owned",
                "true",
                "kro.run/kro-version",
                "0.1.0",
                "kro.run/resource-graph-definition-name",
                "web",
                "kro.run/graph-revision-hash",
                SpecHash.of(Map.of())));
  }

  @Test
  void whatIsNoRevisionIsNotRead() {
    assertThat(GraphRevision.read(Map.of("metadata", Map.of("name", "x"), "spec", "broken")))
        .isEmpty();
  }

  @Test
  void aGroupMadeAnewAdoptsTheRevisionsOfItsName() {
    Owner anew = new Owner("ResourceGroup", "web", "uid-2");
    GraphRevision revision = drafted(OWNER);

    assertThat(revision.isControlledBy(anew)).isFalse();
    assertThat(revision.belongsTo(anew, uid -> uid.equals("uid-2"))).isTrue();
    assertThat(revision.adoptedBy(anew)).containsExactly(anew.reference());
  }

  @Test
  void foreignOwnersStay() {
    Map<String, Object> foreign = Map.of("apiVersion", "v1", "kind", "ConfigMap", "uid", "c");
    Map<String, Object> draft = GraphRevision.draft(OWNER, 1, 1, Map.of(), "v");
    Map<String, Object> metadata = new LinkedHashMap<>(PlainJson.object(draft.get("metadata")));
    metadata.put("ownerReferences", List.of(OWNER.reference(), foreign));
    draft.put("metadata", metadata);
    Owner anew = new Owner("ResourceGroup", "web", "uid-2");

    assertThat(GraphRevision.read(draft).orElseThrow().adoptedBy(anew))
        .containsExactly(foreign, anew.reference());
  }

  @Test
  void theRevisionsOfALiveGroupOfTheOtherKindAreItsOwn() {
    Owner other = new Owner("ResourceGraphDefinition", "web", "uid-3");

    assertThat(drafted(OWNER).belongsTo(other, uid -> true)).isFalse();
    assertThat(drafted(OWNER).belongsTo(other, uid -> false)).isTrue();
    assertThat(drafted(OWNER).belongsTo(new Owner("ResourceGroup", "api", "uid-1"), uid -> false))
        .isFalse();
  }

  @Test
  void theNewestAreKeptAndThoseThatServe() {
    List<GraphRevision> revisions =
        LongStream.of(4, 1, 3, 2).mapToObj(number -> drafted(OWNER, number)).toList();

    assertThat(numbers(Retention.surplus(revisions, 2, Set.of()))).containsExactly(1L, 2L);
    assertThat(numbers(Retention.surplus(revisions, 2, Set.of(1L)))).containsExactly(2L);
    assertThat(Retention.surplus(revisions, 4, Set.of())).isEmpty();
    assertThat(Retention.surplus(revisions, 0, Set.of())).isEmpty();
  }

  private static List<Long> numbers(List<GraphRevision> revisions) {
    return revisions.stream().map(GraphRevision::number).toList();
  }

  private static GraphRevision drafted(Owner owner) {
    return drafted(owner, 3);
  }

  private static GraphRevision drafted(Owner owner, long number) {
    Map<String, Object> spec = Map.of("schema", Map.of("kind", "Web"));
    return GraphRevision.read(GraphRevision.draft(owner, number, 7, spec, "0.1.0")).orElseThrow();
  }
}
