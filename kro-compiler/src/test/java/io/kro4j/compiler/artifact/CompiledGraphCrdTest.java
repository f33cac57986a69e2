package io.kro4j.compiler.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.artifact.resource.GeneratedCrd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledGraphCrdTest {
  private static final Path CRD =
      Path.of("src/main/resources/io/kro4j/compiler/artifact/compiledgraphs.kro4j.io.yaml");

  private static final Path PAGE = Path.of("../docs/compiled-graph.md");

  /** A row of a table of fields: the name or path of a field in back ticks. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-zA-Z.\\[\\]]+)` \\|");

  @TempDir Path folder;

  @Test
  void theCommittedCrdIsTheGeneratedOne() throws Exception {
    Fixtures.assertSame(CRD, GeneratedCrd.yaml(folder));
  }

  @Test
  void everyFieldOfTheCrdIsDocumentedAndNoOther() throws Exception {
    Set<String> declared = new TreeSet<>();
    fields(schema(), "", declared);

    Set<String> documented = new TreeSet<>();
    Matcher rows = ROW.matcher(Files.readString(PAGE));
    while (rows.find()) {
      assertThat(documented.add(rows.group(1))).as("twice: %s", rows.group(1)).isTrue();
    }

    assertThat(documented).isEqualTo(declared);
  }

  @Test
  void theCrdKnowsEveryFieldThatIsWritten() throws Exception {
    Map<String, @Nullable Object> schema = schema();
    assertFits(schema, CompiledGraphWriter.toJson(SampleGraph.compiled()), "");
    for (long seed = 0; seed < 200; seed++) {
      assertFits(schema, CompiledGraphWriter.toJson(RandomGraph.of(seed)), "");
    }
  }

  private static Map<String, @Nullable Object> schema() throws Exception {
    Map<String, @Nullable Object> crd = TestYaml.readObject(Files.readString(CRD));
    List<?> versions = (List<?>) object(crd.get("spec")).get("versions");
    return object(object(object(versions.get(0)).get("schema")).get("openAPIV3Schema"));
  }

  /** Collects the paths of all fields, {@code []} for the items of a list. */
  private static void fields(Map<String, @Nullable Object> schema, String path, Set<String> paths) {
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (name, property) -> {
            String below = path.isEmpty() ? (String) name : path + "." + name;
            paths.add(below);
            fields(object(property), below, paths);
          });
    }
    if (schema.get("items") instanceof Map<?, ?> items) {
      fields(object(items), path + "[]", paths);
    }
  }

  private static void assertFits(Map<String, @Nullable Object> schema, Object value, String path) {
    if (schema.containsKey("x-kubernetes-preserve-unknown-fields")) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> properties = object(schema.get("properties"));
      map.forEach(
          (name, item) -> {
            String below = path + "." + name;
            boolean ofEveryObject = Set.of(".apiVersion", ".kind", ".metadata").contains(below);
            if (!ofEveryObject) {
              assertThat(properties).as(below).containsKey((String) name);
              assertFits(object(properties.get(name)), item, below);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(item -> assertFits(object(schema.get("items")), item, path + "[]"));
    } else if (schema.get("enum") instanceof List<?> words) {
      assertThat(words.contains(value)).as(path + ": " + value).isTrue();
    }
  }

  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    return TestYaml.object(value);
  }
}
