package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.List;
import java.util.Optional;

/**
 * The type that a field of a template expects, by its path.
 *
 * <p>Upstream can compare the fields of an object only where it finds the object's type by the path
 * of the field. It does not in templates of collections, under the keys of a map, and under
 * properties whose names have to be escaped; there any object is accepted, and so it is here.
 */
public final class ExpectedTypes {
  private ExpectedTypes() {}

  /**
   * The type that a field expects.
   *
   * @param id the id of the resource whose template it is
   * @param schema the schema of the resource
   * @param collection whether the resource has {@code forEach}
   * @param path the steps to the field: property names as {@code String}, list indices as {@code
   *     Integer}
   * @return the type; {@code dyn} if the schema does not know the field or its type
   */
  public static ValueType at(String id, JsonSchema schema, boolean collection, List<?> path) {
    String name = ValueTypes.typeName(id);
    JsonSchema current = schema;
    boolean compared = !collection;
    for (Object step : path) {
      boolean declared = step instanceof String key && current.property(key).isPresent();
      Optional<JsonSchema> next =
          step instanceof String key ? field(current, key) : current.items();
      if (next.isEmpty()) {
        return Simple.DYN;
      }
      compared &= !(step instanceof String key) || (declared && !isEscaped(key));
      name = step instanceof String ? name + "." + step : ValueTypes.itemName(name);
      current = next.get();
    }
    return ValueTypes.readable(name, current, compared).orElse(Simple.DYN);
  }

  private static Optional<JsonSchema> field(JsonSchema schema, String key) {
    return schema
        .property(key)
        .or(schema::additionalProperties)
        .or(() -> schema.items().flatMap(items -> field(items, key)));
  }

  private static boolean isEscaped(String key) {
    return !FieldNames.escape(key).equals(Optional.of(key));
  }
}
