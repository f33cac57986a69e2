package io.kro4j.compiler.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.graph.ResourceGraph;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;
import java.util.Map;

/** Graphs and objects for tests, written as YAML. */
final class TestGraph {
  static final String NAMESPACED =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata: {name: shop}
      spec:
        schema:
          apiVersion: v1alpha1
          kind: Shop
          spec:
            name: string
            size: integer
            count: integer
            names: '[]string'
            zones: '[]string'
            labels: 'map[string]string'
            enabled: boolean | default=true
            data: object
      """;

  private TestGraph() {}

  /** A graph of {@code kind: Shop}; the text goes on where the schema's spec ends. */
  static InstanceGraph of(String rest) {
    return plan(compile(NAMESPACED + rest.indent(2)));
  }

  /** The same with a cluster-scoped API. */
  static InstanceGraph clusterScoped(String rest) {
    String scoped = NAMESPACED.replace("    kind: Shop\n", "    kind: Shop\n    scope: Cluster\n");
    return plan(compile(scoped + rest.indent(2)));
  }

  static InstanceGraph plan(ResourceGraph graph) {
    PlannedGraph planned = InstanceGraph.of(graph);
    assertThat(planned).isInstanceOf(PlannedGraph.Accepted.class);
    return ((PlannedGraph.Accepted) planned).graph();
  }

  private static ResourceGraph compile(String text) {
    CompilerOptions options =
        CompilerOptions.defaults().withThreads(1).withAnalysis(new AnalysisOptions(10, true));
    Compilation compilation =
        ResourceGroupCompiler.compile(
            new CompilerInput(
                List.of(SourceFile.of("shop.yaml", text)), KubernetesCatalog.newest(), options));
    assertThat(compilation.group("shop"))
        .as(() -> TextRenderer.render(compilation.diagnostics()))
        .isPresent();
    return compilation.group("shop").orElseThrow().graph();
  }

  /** An instance of {@code kind: Shop} in namespace {@code default}, with a spec. */
  static Map<String, Object> shop(String spec) {
    return json(
        """
        apiVersion: kro.run/v1alpha1
        kind: Shop
        metadata: {name: one, namespace: default, uid: u-1, generation: 3}
        spec: %s
        """
            .formatted(spec));
  }

  static InstanceEvaluation evaluate(InstanceGraph graph, String spec) {
    return graph.evaluate(shop(spec), EvaluationOptions.DEFAULT);
  }

  static Map<String, Object> json(String yaml) {
    YamlValue root =
        YamlReader.read(SourceFile.of("object.yaml", yaml), YamlLimits.DEFAULT)
            .value()
            .orElseThrow()
            .get(0)
            .root();
    return ((YamlValue.Mapping) root).toJson();
  }
}
