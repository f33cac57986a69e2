package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.Map;
import java.util.Optional;

/**
 * The types that values of a JSON schema have in expressions.
 *
 * <p>The rules are those of CEL in Kubernetes' own validation rules, with two additions of kro:
 * undeclared fields of an object that preserves unknown fields can be read as {@code dyn}, and so
 * can the values of a map whose values have no usable schema.
 */
public final class ValueTypes {
  private static final String PREFIX = "__type_";

  private ValueTypes() {}

  /**
   * The type of a variable.
   *
   * @param variable the name of the variable, which names the types of the objects in it
   * @param schema the schema of its value
   * @return the type; {@code dyn} if the schema says too little
   */
  public static ValueType of(String variable, JsonSchema schema) {
    return readable(typeName(variable), schema, true).orElse(Simple.DYN);
  }

  /**
   * The type of a variable that is a list of objects of one schema: a collection.
   *
   * <p>Upstream cannot find the fields of such objects when it compares types, so they are not
   * compared here either.
   */
  public static ValueType listOf(String variable, JsonSchema itemSchema) {
    return new ListOf(readable(itemName(typeName(variable)), itemSchema, false).orElse(Simple.DYN));
  }

  static String typeName(String variable) {
    return PREFIX + variable;
  }

  static String itemName(String listName) {
    return listName + ".@idx";
  }

  private static String valueName(String mapName) {
    return mapName + ".@elem";
  }

  /** Whether expressions can read a value of this schema by its field's name. */
  static boolean isReadable(JsonSchema schema) {
    return readable("", schema, true).isPresent();
  }

  /**
   * The type of a value, if expressions can read it.
   *
   * @param name the name of the type, if it is an object
   * @param schema the schema of the value
   * @param fieldsCompared see {@link Struct#fieldsCompared()}
   */
  static Optional<ValueType> readable(String name, JsonSchema schema, boolean fieldsCompared) {
    if (schema.isIntOrString()) {
      return Optional.of(Simple.DYN);
    }
    return switch (schema.type().orElse("")) {
      case "array" -> list(name, schema, fieldsCompared);
      case "object" -> Optional.of(object(name, schema, fieldsCompared));
      case "string" -> Optional.of(text(schema.format().orElse("")));
      case "boolean" -> Optional.of(Simple.BOOL);
      case "number" -> Optional.of(Simple.DOUBLE);
      case "integer" -> Optional.of(Simple.INT);
      default -> Optional.empty();
    };
  }

  private static Optional<ValueType> list(String name, JsonSchema schema, boolean fieldsCompared) {
    return schema
        .items()
        .flatMap(items -> readable(itemName(name), items, fieldsCompared))
        .map(ListOf::new);
  }

  private static ValueType object(String name, JsonSchema schema, boolean fieldsCompared) {
    // One that only allows further fields, without a schema for them, is no map.
    if (schema.keyword("additionalProperties") instanceof Map) {
      return new MapOf(
          Simple.TEXT,
          schema
              .additionalProperties()
              .flatMap(values -> readable(valueName(name), values, fieldsCompared))
              .orElse(Simple.DYN));
    }
    return fieldsCompared ? Struct.of(name, schema) : Struct.uncompared(name, schema);
  }

  private static ValueType text(String format) {
    return switch (format) {
      case "byte" -> Simple.BYTES;
      case "duration" -> Simple.DURATION;
      case "date", "date-time" -> Simple.TIMESTAMP;
      default -> Simple.TEXT;
    };
  }
}
