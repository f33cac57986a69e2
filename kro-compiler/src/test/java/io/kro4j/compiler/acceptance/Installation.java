package io.kro4j.compiler.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.testing.ApiServer;
import io.kro4j.testing.ObjectRef;
import io.kro4j.testing.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that come and go in an API server together. */
final class Installation {
  private static final String MANAGER = "acceptance";

  private final ApiServer api;
  private final List<Manifest> manifests;

  Installation(ApiServer api, List<Manifest> manifests) {
    this.api = api;
    this.manifests = manifests;
  }

  /** Applies the objects, and awaits that the kinds of the CRDs are served. */
  void install() {
    for (Manifest manifest : manifests) {
      Response response = api.apply(manifest.text(), MANAGER);
      assertThat(response.status()).as("%s: %s", manifest.ref(), response).isEqualTo(201);
      assertThat(response.warnings()).as("warnings about %s", manifest.ref()).isEmpty();
    }
    manifests.stream()
        .filter(Manifest::isCrd)
        .forEach(crd -> assertThat(api.establish(crd.text(), MANAGER).warnings()).isEmpty());
  }

  /** Fails unless the API server has each object as it is written and thinks nothing of it. */
  void assertUnaltered() {
    for (Manifest manifest : manifests) {
      Response served = api.get(manifest.ref());
      assertThat(content(served.body()))
          .as("%s as served", manifest.ref())
          .isEqualTo(content(manifest.json()));
      assertThat(served.hasCondition("NonStructuralSchema")).as(served.toString()).isFalse();
    }
  }

  /** Fails unless applying the objects again changes nothing. */
  void assertAppliedAgainWithoutChange() {
    for (Manifest manifest : manifests) {
      String version = api.get(manifest.ref()).resourceVersion();
      assertThat(api.apply(manifest.text(), MANAGER).resourceVersion())
          .as("version of %s", manifest.ref())
          .isEqualTo(version);
    }
  }

  /** Removes the objects as far as they are there, and awaits that they are gone. */
  void remove() {
    manifests.forEach(manifest -> api.delete(manifest.ref()));
    manifests.forEach(manifest -> api.waitFor(manifest.ref(), this::isGone));
  }

  /**
   * Whether an object is gone. An API server that was still setting up the storage of a CRD when
   * that was deleted may give up on it until it changes.
   */
  private boolean isGone(Response response) {
    boolean gaveUp =
        response.at("status", "conditions") instanceof List<?> conditions
            && conditions.toString().contains("InstanceDeletionFailed");
    if (gaveUp) {
      String version = response.resourceVersion();
      api.merge(
          ObjectRef.of(response.body()),
          "",
          "{\"metadata\": {\"annotations\": {\"acceptance/seen\": \"" + version + "\"}}}");
    }
    return response.status() == 404;
  }

  /** All of an object but what an API server keeps about every object, and the status. */
  private static Map<String, Object> content(Map<String, Object> object) {
    Map<String, Object> content = new HashMap<>(object);
    content.remove("status");
    Map<?, ?> metadata = (Map<?, ?>) object.get("metadata");
    content.put("labels", metadata.get("labels"));
    content.put("annotations", metadata.get("annotations"));
    content.remove("metadata");
    if (object.get("kind").equals("CustomResourceDefinition")) {
      Map<Object, Object> spec = new HashMap<>((Map<?, ?>) object.get("spec"));
      spec.remove("conversion", Map.of("strategy", "None"));
      content.put("spec", spec);
    }
    return content;
  }
}
