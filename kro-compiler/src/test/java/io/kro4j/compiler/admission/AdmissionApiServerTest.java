package io.kro4j.compiler.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kro4j.compiler.artifact.YamlWriter;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.graph.ApiType;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.PlainJson;
import io.kro4j.compiler.schema.Scope;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import io.kro4j.testing.ApiServer;
import io.kro4j.testing.Response;
import io.kro4j.testing.SharedControlPlane;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What we take an API server for, compared with one: what it accepts, and what it fills in. */
@ExtendWith(SharedControlPlane.class)
class AdmissionApiServerTest {
  private static final String API_VERSION = "admission.example.com/v1";
  private static final String PATH = "/apis/" + API_VERSION + "/namespaces/default/entries";
  private static final String STRICT = "dryRun=All&fieldValidation=Strict";
  private static final ApiType TYPE =
      new ApiType(
          new GroupVersionKind("admission.example.com", "v1", "Entry"),
          "entries",
          Scope.NAMESPACED);

  /** What an API server makes up, and what depends on time. */
  private static final List<String> MADE_UP =
      List.of(
          "uid",
          "creationTimestamp",
          "generation",
          "managedFields",
          "resourceVersion",
          "namespace",
          "name",
          "generateName");

  @TestFactory
  Stream<DynamicTest> isOfTheSameMind(ApiServer server) {
    String crd = text("crd.yaml");
    server.establish(crd, "test");
    Admission admission =
        new Admission(InstanceApi.of(TYPE, mapping(documents("crd.yaml", crd).get(0)).toJson()));
    List<YamlDocument> cases = documents("cases.yaml", text("cases.yaml"));
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      YamlValue.Mapping each = mapping(cases.get(i));
      String name = "entry-" + i;
      tests.add(
          dynamicTest(
              name + " " + each.span().text().replace("\n", " "),
              () -> compare(server, admission, name, each.toJson())));
    }
    return tests.stream();
  }

  private static void compare(
      ApiServer server, Admission admission, String name, Map<String, @Nullable Object> written) {
    Map<String, @Nullable Object> instance = instance(name, written);
    Response theirs;
    Checked<Map<String, @Nullable Object>> ours;
    if (written.containsKey("was")) {
      Map<String, @Nullable Object> was = instance(name, Map.of("spec", written.get("was")));
      Response stored = server.request("POST", PATH, "application/yaml", YamlWriter.write(was));
      assertThat(stored.ok()).as(stored.toString()).isTrue();
      PlainJson.object(instance.get("metadata")).put("resourceVersion", stored.resourceVersion());
      theirs = send(server, "PUT", PATH + "/" + name, instance);
      ours = admission.update(instance, PlainJson.object(stored.at()), places(instance));
    } else {
      theirs = send(server, "POST", PATH, instance);
      ours = admission.create(instance, places(instance));
    }
    assertThat(ours.hasErrors())
        .as("%s%nours: %s%ntheirs: %s", instance, ours.diagnostics(), theirs.at("message"))
        .isEqualTo(!theirs.ok());
    if (theirs.ok()) {
      assertThat(comparable(ours.value().orElseThrow()))
          .isEqualTo(comparable(PlainJson.object(theirs.at())));
    }
  }

  private static Map<String, @Nullable Object> instance(
      String name, Map<String, ? extends @Nullable Object> written) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.putAll(PlainJson.object(written.get("metadata")));
    Map<String, @Nullable Object> instance = new LinkedHashMap<>();
    instance.put("apiVersion", API_VERSION);
    instance.put("kind", "Entry");
    instance.putAll(written);
    instance.remove("was");
    instance.put("metadata", metadata);
    return instance;
  }

  private static Response send(
      ApiServer server, String method, String path, Map<String, @Nullable Object> instance) {
    return server.request(
        method, path + "?" + STRICT, "application/yaml", YamlWriter.write(instance));
  }

  private static Map<String, @Nullable Object> comparable(
      Map<String, ? extends @Nullable Object> object) {
    Map<String, @Nullable Object> comparable = new LinkedHashMap<>(object);
    Map<String, @Nullable Object> metadata =
        new LinkedHashMap<>(PlainJson.object(object.get("metadata")));
    metadata.keySet().removeAll(MADE_UP);
    comparable.put("metadata", metadata);
    return comparable;
  }

  private static Places places(Map<String, @Nullable Object> instance) {
    return Places.of(documents("instance", YamlWriter.write(instance)).get(0).root());
  }

  private static List<YamlDocument> documents(String name, String text) {
    return YamlReader.read(SourceFile.of(name, text), YamlLimits.DEFAULT).value().orElseThrow();
  }

  private static YamlValue.Mapping mapping(YamlDocument document) {
    return (YamlValue.Mapping) document.root();
  }

  private static String text(String name) {
    try (InputStream in = AdmissionApiServerTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
