package io.kro4j.compiler.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors are upstream's: both must find what the other applied. */
class ApplySetInventoryTest {
  private static final ApiType WEB_APP =
      new ApiType(
          new GroupVersionKind("kro.run", "v1alpha1", "WebApp"), "webapps", Scope.NAMESPACED);
  private static final Map<String, Object> MY_APP =
      Map.of("metadata", Map.of("name", "my-app", "namespace", "default"));
  private static final String ID = "applyset-9sHw3-6HBl2VO07VeDzfkQhwSs1_MRB3IBzTC1N-yt8-v1";
  private static final GroupKind CONFIG_MAP = new GroupKind("", "ConfigMap");
  private static final GroupKind DEPLOYMENT = new GroupKind("apps", "Deployment");

  @Test
  void namesTheInstance() {
    GroupKind type = GroupKind.of(WEB_APP.gvk());

    assertThat(ApplySetInventory.id(WEB_APP, MY_APP)).isEqualTo(ID);
    assertThat(ApplySetInventory.id(type, "", "my-app"))
        .isEqualTo("applyset-Kp3ikhJaK9rcXpgWP5cGultGKDirfD9JfN-uVyh5_E8-v1");
  }

  @Test
  void hashesWhatItHolds() {
    assertThat(ApplySetInventory.empty(ID).hash())
        .isEqualTo("sha256:1x81nrdBKkkUPEzaYT1v309p4r3tgUOrQIEfnPqY2ig");
    assertThat(inventory().hash()).isEqualTo("sha256:56g5jHLI92VyO1UpTq4hl5shOMerU8D9qgf0ak2gjcA");
  }

  @Test
  void isWrittenAsLabelsAndAnnotations() {
    assertThat(inventory().labels()).isEqualTo(Map.of("applyset.kubernetes.io/id", ID));
    assertThat(inventory().annotations("v0.9.3"))
        .isEqualTo(
            Map.of(
                "applyset.kubernetes.io/tooling", "kro/v0.9.3",
                "applyset.kubernetes.io/contains-group-kinds", "ConfigMap,Deployment.apps",
                "applyset.kubernetes.io/additional-namespaces", "ns1,ns2",
                "internal.kro.run/applyset-inventory-hash",
                    "sha256:56g5jHLI92VyO1UpTq4hl5shOMerU8D9qgf0ak2gjcA"));
  }

  @Test
  void grows() {
    ApplySetInventory other =
        ApplySetInventory.of(WEB_APP, MY_APP, List.of(CONFIG_MAP), List.of("ns3", "default"));

    ApplySetInventory both = inventory().union(other);

    assertThat(both.groupKinds()).containsExactly(CONFIG_MAP, DEPLOYMENT);
    assertThat(both.namespaces()).containsExactly("ns1", "ns2", "ns3");
  }

  @Test
  void isReadBack() {
    assertThat(read(Map.of())).isEqualTo(new RememberedInventory.Found(inventory(), true));
    assertThat(InventoryReader.read(WEB_APP, MY_APP)).isEqualTo(new RememberedInventory.None());
  }

  @Test
  void isReadWithoutAHash() {
    Map<String, Object> instance = instance(Map.of());
    annotations(instance).remove(KroMetadata.INVENTORY_HASH);

    assertThat(InventoryReader.read(WEB_APP, instance))
        .isEqualTo(new RememberedInventory.Found(inventory(), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      nullValues = "null",
      textBlock =
          """
          applyset.kubernetes.io/tooling => kubectl/v1 => is `kubectl/v1`, which is not kro
          applyset.kubernetes.io/tooling => null => is missing
          applyset.kubernetes.io/contains-group-kinds => null => is missing
          applyset.kubernetes.io/contains-group-kinds => ConfigMap,,Secret => holds ``, which is no type
          applyset.kubernetes.io/contains-group-kinds => Config Map => holds `Config Map`, which is no type
          applyset.kubernetes.io/contains-group-kinds => Deployment.Apps => holds `Deployment.Apps`, which is no type
          applyset.kubernetes.io/contains-group-kinds => Deployment. => holds `Deployment.`, which is no type
          applyset.kubernetes.io/additional-namespaces => null => is missing
          applyset.kubernetes.io/additional-namespaces => ns1,NS2 => holds `NS2`, which is no namespace
          internal.kro.run/applyset-inventory-hash => sha256:x => does not match the inventory, so somebody changed it
          applyset.kubernetes.io/contains-group-kinds => ConfigMap => does not match the inventory, so somebody changed it
          """)
  void tellsDamage(String annotation, String value, String message) {
    Map<String, Object> instance = instance(Map.of());
    annotations(instance).put(annotation, value);
    if (value == null) {
      annotations(instance).remove(annotation);
    }
    boolean byHash = message.startsWith("does not match");

    assertThat(InventoryReader.read(WEB_APP, instance))
        .isEqualTo(
            new RememberedInventory.Damaged(
                byHash ? KroMetadata.INVENTORY_HASH : annotation, message));
  }

  @Test
  void tellsAnIdOfAnotherInstance() {
    Map<String, Object> instance = instance(Map.of(KroMetadata.APPLY_SET_ID, "applyset-other-v1"));

    assertThat(InventoryReader.read(WEB_APP, instance))
        .isEqualTo(
            new RememberedInventory.Damaged(
                KroMetadata.APPLY_SET_ID, "is `applyset-other-v1`, not `" + ID + "`"));
  }

  private static ApplySetInventory inventory() {
    return ApplySetInventory.of(
        WEB_APP, MY_APP, List.of(DEPLOYMENT, CONFIG_MAP), List.of("ns2", "default", "ns1"));
  }

  private static RememberedInventory read(Map<String, String> labels) {
    return InventoryReader.read(WEB_APP, instance(labels));
  }

  private static Map<String, Object> instance(Map<String, String> otherLabels) {
    Map<String, Object> labels = new LinkedHashMap<>(inventory().labels());
    labels.putAll(otherLabels);
    Map<String, Object> metadata =
        new LinkedHashMap<>(Map.of("name", "my-app", "namespace", "default"));
    metadata.put("labels", labels);
    metadata.put("annotations", new LinkedHashMap<>(inventory().annotations("v0.9.3")));
    return Map.of("metadata", metadata);
  }

  @SuppressWarnings("unchecked") // The method above made it.
  private static Map<String, Object> annotations(Map<String, Object> instance) {
    return (Map<String, Object>)
        ((Map<String, Object>) instance.get("metadata")).get("annotations");
  }
}
