package io.kro4j.compiler.analysis;

import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;

/** How messages name JSON types. */
final class TypeWords {
  private TypeWords() {}

  /** {@code a string}, {@code an object}, {@code null}. */
  static String withArticle(YamlValue value) {
    return value.typeNameWithArticle();
  }

  /** {@code a list} or {@code an object or a string} for the types of a schema. */
  static String withArticles(List<String> types) {
    return String.join(" or ", types.stream().map(TypeWords::withArticle).toList());
  }

  private static String withArticle(String type) {
    return switch (type) {
      case "array" -> "a list";
      case "object", "integer" -> "an " + type;
      default -> "a " + type;
    };
  }
}
