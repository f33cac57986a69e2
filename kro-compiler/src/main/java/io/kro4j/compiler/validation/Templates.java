package io.kro4j.compiler.validation;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.analysis.AnalyzedResource;
import io.kro4j.compiler.model.ResourceDefinition;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules ask of templates. */
final class Templates {
  private Templates() {}

  /** The resources that the group creates. */
  static Stream<AnalyzedResource> created(AnalyzedGroup group) {
    return group.resources().stream()
        .filter(r -> r.definition().body() instanceof ResourceDefinition.Body.Template);
  }

  /** The value at a path of field names. */
  static Optional<YamlValue> at(AnalyzedResource resource, String... path) {
    Optional<YamlValue> value = Optional.of(resource.definition().body().object());
    for (String field : path) {
      value =
          value
              .filter(YamlValue.Mapping.class::isInstance)
              .flatMap(object -> ((YamlValue.Mapping) object).get(field));
    }
    return value;
  }

  /** The string at a path of field names, expressions and all. */
  static Optional<YamlValue.Text> text(AnalyzedResource resource, String... path) {
    return at(resource, path)
        .filter(YamlValue.Text.class::isInstance)
        .map(YamlValue.Text.class::cast);
  }

  /** Whether a string of the resource holds an expression. */
  static boolean isComputed(AnalyzedResource resource, YamlValue.Text text) {
    return resource.fields().stream().anyMatch(field -> field.text().span().equals(text.span()));
  }
}
