package io.kro4j.compiler.gitops;

import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The health of a kind as Argo CD's own repository has it: {@code health.lua}, {@code
 * health_test.yaml} and the objects that the tests are about.
 */
final class HealthTests {
  private static final List<String> HEADER = List.of(OutputTree.GENERATED);

  private HealthTests() {}

  /**
   * The text of each file by its path.
   *
   * @param folder the folder {@code resource_customizations}, with a slash at its end
   */
  static Map<String, String> of(GeneratedKind kind, String folder) {
    String own = folder + kind.gvk().group() + "/" + kind.gvk().kind() + "/";
    Map<String, String> files = new TreeMap<>();
    files.put(own + "health.lua", kind.health().lua());
    List<Map<String, Object>> tests = new ArrayList<>();
    for (HealthCase each : kind.health().cases()) {
      String path = "testdata/" + each.name() + ".yaml";
      files.put(own + path, YamlWriter.write(HEADER, List.of(object(kind, each))));
      Map<String, Object> health = new LinkedHashMap<>();
      health.put("status", each.health());
      health.put("message", each.message());
      Map<String, Object> test = new LinkedHashMap<>();
      test.put("healthStatus", health);
      test.put("inputPath", path);
      tests.add(test);
    }
    files.put(own + "health_test.yaml", YamlWriter.write(HEADER, List.of(Map.of("tests", tests))));
    return files;
  }

  private static Map<String, Object> object(GeneratedKind kind, HealthCase each) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", "example");
    if (kind.namespaced()) {
      metadata.put("namespace", "default");
    }
    metadata.put("generation", HealthCase.GENERATION);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", kind.gvk().apiVersion());
    object.put("kind", kind.gvk().kind());
    object.put("metadata", metadata);
    if (!each.status().isEmpty()) {
      object.put("status", each.status());
    }
    return object;
  }
}
