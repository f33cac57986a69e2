package io.kro4j.runtime.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.runtime.crd.CrdPlan.Cause;
import io.kro4j.runtime.crd.CrdPlan.Rights;
import io.kro4j.runtime.revision.Owner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrdPlanTest {
  private static final Owner OWNER = new Owner("ResourceGroup", "web", "uid-1");
  private static final String VERSION = "0.1.0";
  private Optional<String> compiledGraph = Optional.empty();
  private Map<String, String> groups = Map.of("uid-1", "ResourceGroup");
  private boolean breakingChanges;

  @Test
  void aMissingCrdIsCreatedWithItsOwner() {
    CrdPlan plan = plan(Optional.empty(), crd("string"));

    assertThat(((CrdPlan.Create) plan).crd())
        .extractingByKey("metadata")
        .extracting("labels")
        .isEqualTo(
            Map.of(
                "kro.run/owned", "true",
                "kro.run/resource-graph-definition-name", "web",
                "kro.run/resource-graph-definition-id", "uid-1",
                "kro.run/kro-version", VERSION));
  }

  @Test
  void whatIsAsItShallBeIsKept() {
    assertThat(plan(live(crd("string")), crd("string"))).isEqualTo(new CrdPlan.Keep());
  }

  @Test
  void labelsOfOthersAreKept() {
    Map<String, Object> live = owned(crd("string"));
    object(live, "metadata", "labels").put("team", "a");

    assertThat(plan(Optional.of(live), crd("string"))).isEqualTo(new CrdPlan.Keep());
  }

  @Test
  void changesThatUpstreamDoesNotSeeAreWritten() {
    Map<String, Object> desired = crd("string");
    version(desired).put("additionalPrinterColumns", List.of(Map.of("name", "A")));

    CrdPlan plan = plan(live(crd("string")), desired);

    assertThat(plan).isInstanceOf(CrdPlan.Update.class);
    assertThat(((CrdPlan.Update) plan).patch())
        .extractingByKey("spec")
        .extracting("versions")
        .isEqualTo(object(desired, "spec").get("versions"));
  }

  @Test
  void aPatchClearsNamesThatWereTakenAwayAndNamesTheVersionThatWasCompared() {
    Map<String, Object> live = owned(crd("string"));
    object(live, "spec", "names").put("shortNames", List.of("w"));

    CrdPlan.Update update = (CrdPlan.Update) plan(Optional.of(live), crd("string"));

    assertThat(update.patch())
        .extractingByKey("metadata")
        .extracting("resourceVersion")
        .isEqualTo("5");
    assertThat(update.patch())
        .extractingByKey("spec")
        .extracting("names")
        .extracting("shortNames")
        .isEqualTo(List.of());
  }

  @Test
  void breakingChangesAreRefusedUntilAllowed() {
    CrdPlan plan = plan(live(crd("string")), crd("integer"));

    assertThat(((CrdPlan.Refused) plan).cause()).isEqualTo(Cause.BREAKING);
    assertThat(((CrdPlan.Refused) plan).message())
        .startsWith("cannot update CRD webs.kro.run: breaking changes detected: ")
        .contains("spec.size");
    breakingChanges = true;
    assertThat(plan(live(crd("string")), crd("integer"))).isInstanceOf(CrdPlan.Update.class);
  }

  @Test
  void foreignCrdsAreLeftAlone() {
    Map<String, Object> live = crd("string");
    object(live, "metadata", "labels").clear();

    assertRefused(
        Optional.of(live),
        Cause.FOREIGN,
        "cannot update CRD webs.kro.run: CRD already exists and is not owned by KRO");
  }

  @Test
  void aCrdMarkedTheOldWayIsOwned() {
    Map<String, Object> live = owned(crd("string"));
    Map<String, Object> labels = object(live, "metadata", "labels");
    labels.remove("kro.run/owned");
    labels.put("app.kubernetes.io/managed-by", "kro");

    assertThat(plan(Optional.of(live), crd("string"))).isInstanceOf(CrdPlan.Update.class);
  }

  @Test
  void theCrdOfAnotherGroupIsLeftAlone() {
    groups = Map.of("uid-9", "ResourceGraphDefinition");
    Map<String, Object> live = owned(crd("string"), "api", "uid-9");

    assertRefused(
        Optional.of(live),
        Cause.TAKEN,
        "cannot update CRD webs.kro.run: CRD is owned by another ResourceGraphDefinition api");
  }

  @Test
  void theCrdOfALiveGroupOfTheSameNameAndOtherKindIsLeftAlone() {
    groups = Map.of("uid-9", "ResourceGraphDefinition");

    assertThat(plan(Optional.of(owned(crd("string"), "web", "uid-9")), crd("string")))
        .isInstanceOf(CrdPlan.Refused.class);
  }

  @Test
  void theCrdOfAGroupThatIsNoMoreIsTakenOverOnlyByItsNamesake() {
    Map<String, Object> namesake = owned(crd("string"), "web", "uid-0");
    CrdPlan plan = plan(Optional.of(namesake), crd("string"));
    assertThat(object(((CrdPlan.Update) plan).patch(), "metadata", "labels"))
        .containsEntry("kro.run/resource-graph-definition-id", "uid-1");

    CrdPlan other = plan(Optional.of(owned(crd("string"), "api", "uid-0")), crd("string"));
    assertThat(((CrdPlan.Refused) other).message())
        .contains("owned by another ResourceGraphDefinition api, which does not exist any more");
  }

  @Test
  void aCrdFromGitIsLeftToItsCompiledGraph() {
    Map<String, Object> live = owned(crd("string"));
    object(live, "metadata", "labels").remove("kro.run/resource-graph-definition-id");
    assertThat(plan(Optional.of(live), crd("string"))).isInstanceOf(CrdPlan.Update.class);

    compiledGraph = Optional.of("web");
    assertRefused(
        Optional.of(live),
        Cause.TAKEN,
        "cannot update CRD webs.kro.run: CRD is owned by another CompiledGraph web");
  }

  @Test
  void aCrdThatIsBeingDeletedIsWaitedFor() {
    Map<String, Object> live = owned(crd("string"));
    object(live, "metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");

    assertThat(plan(Optional.of(live), crd("string"))).isEqualTo(new CrdPlan.AwaitGone());
  }

  @Test
  void aConversionThatSomebodyAddedIsRemoved() {
    Map<String, Object> live = owned(crd("string"));
    object(live, "spec").put("conversion", Map.of("strategy", "Webhook"));

    assertThat(plan(Optional.of(live), crd("string"))).isInstanceOf(CrdPlan.Update.class);
  }

  @Test
  void theGraphOfACrdIsFoundAgain() {
    LiveCrd live = new LiveCrd(owned(crd("string")));

    assertThat(CrdPlan.fits(live, crd("string"))).isTrue();
    assertThat(CrdPlan.fits(live, crd("integer"))).isFalse();
  }

  private void assertRefused(Optional<Map<String, Object>> live, Cause cause, String message) {
    assertThat(plan(live, crd("string"))).isEqualTo(new CrdPlan.Refused(cause, message));
  }

  private CrdPlan plan(Optional<Map<String, Object>> live, Map<String, Object> compiled) {
    Rights rights =
        new Rights(breakingChanges, compiledGraph, uid -> Optional.ofNullable(groups.get(uid)));
    return CrdPlan.of(live.map(LiveCrd::new), compiled, OWNER, VERSION, rights);
  }

  private static Optional<Map<String, Object>> live(Map<String, Object> compiled) {
    return Optional.of(owned(compiled));
  }

  private static Map<String, Object> owned(Map<String, Object> compiled) {
    return owned(compiled, "web", "uid-1");
  }

  private static Map<String, Object> owned(Map<String, Object> compiled, String name, String uid) {
    Map<String, Object> live =
        new LinkedHashMap<>(GroupCrd.of(compiled, new Owner("ResourceGroup", name, uid), VERSION));
    Map<String, Object> metadata = new LinkedHashMap<>(object(live, "metadata"));
    metadata.put("resourceVersion", "5");
    live.put("metadata", metadata);
    return live;
  }

  private static Map<String, Object> crd(String type) {
    Map<String, Object> size = new LinkedHashMap<>(Map.of("type", type));
    Map<String, Object> spec =
        new LinkedHashMap<>(Map.of("type", "object", "properties", Map.of("size", size)));
    Map<String, Object> schema = Map.of("type", "object", "properties", Map.of("spec", spec));
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("name", "v1alpha1");
    version.put("served", true);
    version.put("storage", true);
    version.put("schema", Map.of("openAPIV3Schema", schema));
    Map<String, Object> names = new LinkedHashMap<>(Map.of("kind", "Web", "plural", "webs"));
    Map<String, Object> crdSpec = new LinkedHashMap<>();
    crdSpec.put("group", "kro.run");
    crdSpec.put("names", names);
    crdSpec.put("scope", "Namespaced");
    crdSpec.put("versions", List.of(version));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", "webs.kro.run");
    metadata.put("labels", new LinkedHashMap<>(Map.of("kro.run/owned", "true")));
    Map<String, Object> crd = new LinkedHashMap<>();
    crd.put("metadata", metadata);
    crd.put("spec", crdSpec);
    return crd;
  }

  private static Map<String, Object> version(Map<String, Object> crd) {
    return PlainJson.object(PlainJson.list(object(crd, "spec").get("versions")).get(0));
  }

  private static Map<String, Object> object(Map<String, Object> json, String... path) {
    Map<String, Object> value = json;
    for (String key : path) {
      value = PlainJson.object(value.get(key));
    }
    return value;
  }
}
