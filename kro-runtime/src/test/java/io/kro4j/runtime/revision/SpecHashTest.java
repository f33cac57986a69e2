package io.kro4j.runtime.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.kro4j.compiler.json.GoJson;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecHashTest {
  private static final Map<String, Object> SCHEMA = Map.of("kind", "Foo", "apiVersion", "v1alpha1");

  /** Upstream's own result for this spec. */
  @Test
  void upstreamsHash() {
    Map<String, Object> schema =
        Map.of(
            "kind",
            "Foo",
            "apiVersion",
            "v1alpha1",
            "spec",
            Map.of("b", "string", "a", "integer | minimum=1 <x>"));
    Map<String, Object> template =
        Map.of("kind", "ConfigMap", "apiVersion", "v1", "metadata", Map.of("name", "z"));
    Map<String, Object> reference =
        Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "x"));
    Map<String, Object> spec =
        Map.of(
            "schema",
            schema,
            "resources",
            List.of(
                Map.of("id", "z", "template", template),
                Map.of("id", "a", "externalRef", reference, "readyWhen", List.of("${b}", "${a}"))));

    assertThat(SpecHash.of(spec)).isEqualTo("7e2a23a8c85c3942");
  }

  @Test
  void defaultsAndEmptyListsDoNotCount() {
    Map<String, Object> written = new LinkedHashMap<>(SCHEMA);
    written.put("group", "kro.run");
    written.put("scope", "Namespaced");
    written.put("additionalPrinterColumns", List.of());
    Map<String, Object> node = Map.of("id", "a", "template", Map.of("kind", "ConfigMap"));
    Map<String, Object> full = new LinkedHashMap<>(node);
    full.put("readyWhen", List.of());
    full.put("includeWhen", List.of());
    full.put("forEach", List.of());

    assertThat(hash(written, full)).isEqualTo(hash(SCHEMA, node));
    assertThat(SpecHash.of(Map.of("schema", SCHEMA)))
        .isEqualTo(SpecHash.of(Map.of("schema", SCHEMA, "resources", List.of())));
  }

  @Test
  void theOrderOfResourcesAndConditionsDoesNotCount() {
    Map<String, Object> a = Map.of("id", "a", "readyWhen", List.of("${x}", "${y}"));
    Map<String, Object> turned = Map.of("id", "a", "readyWhen", List.of("${y}", "${x}"));
    Map<String, Object> b = Map.of("id", "b");

    assertThat(hash(SCHEMA, a, b)).isEqualTo(hash(SCHEMA, b, turned));
  }

  @Test
  void theOrderOfDimensionsCounts() {
    Map<String, Object> zone = Map.of("zone", "${schema.spec.zones}");
    Map<String, Object> size = Map.of("size", "${schema.spec.sizes}");

    assertThat(hash(SCHEMA, Map.of("id", "a", "forEach", List.of(zone, size))))
        .isNotEqualTo(hash(SCHEMA, Map.of("id", "a", "forEach", List.of(size, zone))));
  }

  @Test
  void everythingElseCounts() {
    Map<String, Object> schema = new LinkedHashMap<>(SCHEMA);
    schema.put("shortNames", List.of("f"));

    assertThat(
            List.of(
                hash(SCHEMA),
                hash(schema),
                hash(SCHEMA, Map.of("id", "a")),
                hash(SCHEMA, Map.of("id", "a", "includeWhen", List.of("${x}"))),
                hash(SCHEMA, Map.of("id", "a", "template", Map.of("replicas", 1L))),
                hash(SCHEMA, Map.of("id", "a", "template", Map.of("replicas", 2L)))))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "1.0, 1",
    "0.1, 0.1",
    "2E-3, 0.002",
    "2.0E-3, 0.002",
    "1e-7, 1e-7",
    "1.5e-10, 1.5e-10",
    "1e21, 1e+21",
    "-1.25e22, -1.25e+22",
    "1e20, 100000000000000000000",
    "1152921504606846976, 1152921504606847000",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308"
  })
  void numbersAreWrittenAsGoWritesThem(double number, String text) {
    assertThat(GoJson.write(number)).isEqualTo(text);
  }

  @Test
  void textsAreWrittenAsGoWritesThem() {
    assertThat(GoJson.write(Arrays.asList("<a&b>", "\u2028\t\"\\\u0001é😀", true, null)))
        .isEqualTo("[\"\\u003ca\\u0026b\\u003e\",\"\\u2028\\t\\\"\\\\\\u0001é😀\",true,null]");
    assertThat(GoJson.write(Collections.emptyMap())).isEqualTo("{}");
  }

  private static String hash(Map<String, Object> schema, Object... resources) {
    return SpecHash.of(Map.of("schema", schema, "resources", List.of(resources)));
  }
}
