package io.kro4j.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          as <scheme>://<host>  ; as \\<scheme>://\\<host>
          one `<name>` of <all> ; one `<name>` of \\<all>
          a lone ` and <all>    ; a lone ` and \\<all>
          a | b                 ; a \\| b
          """)
  void showsDescriptionsAsTheyAreMeant(String description, String shown) {
    Map<String, Object> field = Map.of("type", "string", "description", description);

    assertThat(FieldTable.ofOutput("spec", Map.of("properties", Map.of("f", field))))
        .endsWith("\n| `spec.f` | string | " + shown + " |\n");
  }

  @ParameterizedTest
  @CsvSource({"a, `a`", "a`b, `` a`b ``", "a``b`c, ``` a``b`c ```"})
  void quotesValues(String value, String shown) {
    Map<String, Object> field = Map.of("type", "string", "enum", List.of(value));

    assertThat(FieldTable.ofOutput("spec", Map.of("properties", Map.of("f", field))))
        .endsWith("\n| `spec.f` | string | one of " + shown + " |\n");
  }
}
