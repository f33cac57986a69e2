package io.kro4j.runtime.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kro4j.runtime.cluster.Connections;
import io.kro4j.runtime.controller.DefinitionControllers;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What upstream's controller, release 0.9.4, leaves in a cluster: a definition in its second
 * revision and one instance with all its objects, each field written by the manager that upstream
 * writes it with. The names, hashes and ids are those that it wrote when it served this definition.
 */
final class UpstreamCluster {
  static final ObjectRef GROUP =
      ObjectRef.of("kro.run/v1alpha1", "ResourceGraphDefinition", "shop-api");
  static final ObjectRef CRD =
      ObjectRef.of(
          "apiextensions.k8s.io/v1", "CustomResourceDefinition", "shopapis.takeover.example.com");
  static final ObjectRef INSTANCE =
      new ObjectRef("takeover.example.com/v1alpha1", "ShopApi", "takeover", "shop");
  static final ObjectRef SETTINGS = new ObjectRef("v1", "ConfigMap", "takeover", "shop-settings");
  static final ObjectRef SERVER = new ObjectRef("apps/v1", "Deployment", "takeover", "shop");
  static final ObjectRef ZONE_A = new ObjectRef("v1", "ConfigMap", "takeover-a", "shop-zone-a");
  static final ObjectRef ZONE_B = new ObjectRef("v1", "ConfigMap", "takeover-b", "shop-zone-b");
  static final ObjectRef EXTRA = new ObjectRef("v1", "Secret", "takeover", "shop-extra");
  static final List<ObjectRef> OBJECTS = List.of(SETTINGS, SERVER, ZONE_A, ZONE_B, EXTRA);

  private static final Map<Integer, String> HASHES =
      Map.of(1, "6dbb7b898774892a", 2, "bfed408d320520f5");
  private static final String APPLYSET = "applyset-R8AJ3pDhcsvjwh-fvpwxE1hhsHIBogoa8Y8Kl_7dVPA-v1";
  private static final String LABELS =
      """
      kro.run/owned: "true", kro.run/kro-version: v0.9.4, kro.run/instance-id: @INSTANCE@,
      kro.run/instance-name: shop, kro.run/instance-namespace: takeover,
      kro.run/instance-group: takeover.example.com, kro.run/instance-version: v1alpha1,
      kro.run/instance-kind: ShopApi, app.kubernetes.io/managed-by: kro,
      applyset.kubernetes.io/part-of: @APPLYSET@""";

  private final ApiServer api;

  UpstreamCluster(ApiServer api) {
    this.api = api;
  }

  static ObjectRef revision(int number) {
    return ObjectRef.of("internal.kro.run/v1alpha1", "GraphRevision", "shop-api-r0000" + number);
  }

  /** The definition as its author has it. */
  static String group() {
    return resource("group.yaml").replace("@MORE@", "");
  }

  /** Leaves everything. */
  void leave() {
    DefinitionControllers.install(api);
    List.of("takeover", "takeover-a", "takeover-b")
        .forEach(namespace -> Connections.namespace(api, namespace));
    String uid = leaveGroup();
    post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", fill("crd.yaml", uid, ""));
    api.waitFor(CRD, response -> response.hasCondition("Established"));
    Connections.await("the kind", () -> api.request("GET", shops(), "", "").ok());
    leaveInstance(uid);
  }

  private String leaveGroup() {
    done(api.apply(resource("group.yaml").replace("@MORE@", ", x: '1'"), "kubectl"));
    Response first = api.get(GROUP);
    String uid = String.valueOf(first.at("metadata", "uid"));
    update(GROUP, "", "{\"metadata\": {\"finalizers\": [\"kro.run/finalizer\"]}}");
    leaveRevision(1, uid, first);
    done(api.apply(group(), "kubectl"));
    leaveRevision(2, uid, api.get(GROUP));
    update(GROUP, "/status", resource("group-status.json"));
    return uid;
  }

  private void leaveRevision(int number, String groupUid, Response group) {
    String revision =
        fill("revision.yaml", groupUid, "")
            .replace("@NUMBER@", String.valueOf(number))
            .replace("@HASH@", "\"" + HASHES.get(number) + "\"")
            .replace("@SPEC@", json(group.at("spec")));
    post("/apis/internal.kro.run/v1alpha1/graphrevisions", revision);
    update(revision(number), "/status", resource("revision-status.json"));
  }

  private void leaveInstance(String groupUid) {
    Response made = done(api.apply(resource("instance.yaml"), "kubectl"));
    String uid = String.valueOf(made.at("metadata", "uid"));
    done(api.apply(fill("instance-labels.yaml", groupUid, uid), "kro.run/labeller"));
    done(api.apply(fill("instance-inventory.yaml", groupUid, uid), "kro.run/applyset-parent"));
    for (String object : resource("objects.yaml").split("---\n")) {
      String labelled = fill(object.replace("@LABELS@", LABELS), uid);
      done(api.apply(labelled, "kro.run/applyset"));
    }
    update(INSTANCE, "/status", resource("instance-status.json"));
  }

  private static String fill(String file, String groupUid, String instanceUid) {
    return fill(resource(file).replace("@GROUP@", groupUid), instanceUid);
  }

  private static String fill(String text, String instanceUid) {
    return text.replace("@APPLYSET@", APPLYSET).replace("@INSTANCE@", instanceUid);
  }

  private void post(String path, String yaml) {
    done(api.request("POST", path + "?fieldManager=kro", "application/yaml", yaml));
  }

  private void update(ObjectRef object, String subresource, String json) {
    done(
        api.request(
            "PATCH",
            path(object) + subresource + "?fieldManager=kro",
            "application/merge-patch+json",
            json));
  }

  private static String path(ObjectRef object) {
    return switch (object.kind()) {
      case "ShopApi" -> shops() + "/" + object.name();
      case "GraphRevision" -> "/apis/internal.kro.run/v1alpha1/graphrevisions/" + object.name();
      default -> "/apis/kro.run/v1alpha1/resourcegraphdefinitions/" + object.name();
    };
  }

  private static String shops() {
    return "/apis/takeover.example.com/v1alpha1/namespaces/takeover/shopapis";
  }

  private static Response done(Response response) {
    assertThat(response.ok()).as("%s", response).isTrue();
    return response;
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = UpstreamCluster.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
