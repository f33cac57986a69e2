package io.kro4j.compiler.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.artifact.CompiledGraph;
import io.kro4j.compiler.artifact.CompiledGraphReader;
import io.kro4j.compiler.artifact.Digest;
import io.kro4j.compiler.artifact.ReadGraph;
import io.kro4j.compiler.docs.MarkdownPage.CodeBlock;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks nodes of a {@code CompiledGraph} by reading a graph of them. */
final class GraphNodes {
  private static final List<String> TYPE = List.of("apiVersion", "kind", "plural", "scope");
  private static final String NO_DIGEST = "sha256:" + "0".repeat(64);

  private GraphNodes() {}

  static void check(CodeBlock block) {
    assertThat(CompiledGraphReader.read(graph(nodes(block))))
        .isInstanceOf(ReadGraph.Accepted.class);
  }

  /** The nodes of a block, after stand-ins for those that it does not show. */
  private static List<Map<?, ?>> nodes(CodeBlock block) {
    Object shown =
        YamlReader.read(SourceFile.of("nodes", "nodes:\n" + block.text()), YamlLimits.DEFAULT)
            .value()
            .map(documents -> DocGroups.object(documents.get(0)).get("nodes"))
            .orElseThrow();
    List<Map<?, ?>> nodes = new ArrayList<>();
    for (Object node : (List<?>) shown) {
      Object dependencies = ((Map<?, ?>) node).get("dependencies");
      if (dependencies instanceof List<?> ids) {
        ids.forEach(id -> nodes.add(standIn(id)));
      }
      nodes.add((Map<?, ?>) node);
    }
    return nodes;
  }

  private static Map<String, Object> standIn(Object id) {
    Map<String, Object> node = type("v1", "ConfigMap", "configmaps");
    node.put("id", id);
    node.put("type", "Resource");
    node.put("applyOrder", 1L);
    node.put("template", Map.of("apiVersion", "v1", "kind", "ConfigMap"));
    return node;
  }

  private static Map<String, Object> graph(List<Map<?, ?>> nodes) {
    Set<Map<Object, Object>> types = new LinkedHashSet<>();
    for (Map<?, ?> node : nodes) {
      Map<Object, Object> type = new LinkedHashMap<>(node);
      type.keySet().retainAll(TYPE);
      types.add(type);
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("formatVersion", 1L);
    spec.put("source", Map.of("digest", NO_DIGEST));
    spec.put("crd", Map.of("name", "examples.kro.run", "digest", NO_DIGEST));
    spec.put("api", type("kro.run/v1alpha1", "Example", "examples"));
    spec.put("requiredTypes", List.copyOf(types));
    spec.put("nodes", nodes);
    spec.put("digest", Digest.ofJson(Map.of("name", "example", "spec", Map.copyOf(spec))).text());
    return Map.of(
        "apiVersion",
        CompiledGraph.API_VERSION,
        "kind",
        CompiledGraph.KIND,
        "metadata",
        Map.of("name", "example"),
        "spec",
        spec);
  }

  private static Map<String, Object> type(String apiVersion, String kind, String plural) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("apiVersion", apiVersion);
    type.put("kind", kind);
    type.put("plural", plural);
    type.put("scope", "Namespaced");
    return type;
  }
}
