package io.kro4j.runtime.controller.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionTest {
  @Test
  void findingsNameTheFieldAsTheClusterShowsIt() {
    String message = compile(spec(List.of("${config.data.size() > 0}", "${config.dato.x}")));

    assertThat(message)
        .startsWith("spec.resources[0].readyWhen[1]: ")
        .contains("`dato`", "[expression.unknown-field]")
        .doesNotContain("\n");
  }

  @Test
  void keysThatAreNoNamesAreQuoted() {
    Map<String, Object> spec = spec(List.of());
    Map<String, Object> template =
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            Map.of("name", "x", "annotations", Map.of("a.b/c", "${schema.spec.nam}")));
    spec.put("resources", List.of(Map.of("id", "config", "template", template)));

    assertThat(compile(spec))
        .startsWith("spec.resources[0].template.metadata.annotations['a.b/c']: ");
  }

  @Test
  void manyFindingsAreCounted() {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      conditions.add("${config.dato" + i + " > 0}");
    }

    List<String> lines = compile(spec(conditions)).lines().toList();

    assertThat(lines).hasSize(21).last().isEqualTo("and 3 more");
  }

  @Test
  void onlyWhatTheCompilerReadsCounts() {
    Map<String, Object> spec = spec(List.of());
    Definition plain = Definition.of("web", Map.of(), spec);

    assertThat(Definition.of("web", Map.of("team", "a"), spec).digest()).isEqualTo(plain.digest());
    assertThat(Definition.of("web", Map.of("kro4j.io/workers", "3"), spec).digest())
        .isNotEqualTo(plain.digest());
  }

  private static String compile(Map<String, Object> spec) {
    SourceFile file = Definition.of("web", Map.of(), spec).file();
    Compilation compilation =
        ResourceGroupCompiler.compile(
            new CompilerInput(
                List.of(file), KubernetesCatalog.newest(), CompilerOptions.defaults()));
    return Definition.describe(
        file, compilation.diagnostics().stream().filter(d -> d.isError()).toList());
  }

  private static Map<String, Object> spec(List<String> readyWhen) {
    Map<String, Object> template =
        Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "x"));
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("id", "config");
    resource.put("template", template);
    if (!readyWhen.isEmpty()) {
      resource.put("readyWhen", readyWhen);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("apiVersion", "v1alpha1");
    schema.put("kind", "Web");
    schema.put("spec", Map.of("name", "string"));
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("schema", schema);
    spec.put("resources", List.of(resource));
    return spec;
  }
}
