package io.kro4j.compiler.expression;

import io.kro4j.compiler.expression.ValueType.ListOf;
import io.kro4j.compiler.expression.ValueType.MapOf;
import io.kro4j.compiler.expression.ValueType.Opaque;
import io.kro4j.compiler.expression.ValueType.Simple;
import io.kro4j.compiler.expression.ValueType.Struct;
import io.kro4j.compiler.schema.JsonSchema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schema of a status field, inferred from the type of its expression.
 *
 * <p>What comes out is part of the generated CRD, so it is upstream's to the letter: property names
 * of objects as expressions write them ({@code __namespace__}), no required fields, no formats,
 * enumerations or defaults; a timestamp is a date-time only if it is the field itself.
 */
public final class StatusSchemas {
  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

  private StatusSchemas() {}

  /** The schema of a field whose expression has the given type. */
  public static JsonSchema infer(ValueType type) {
    return JsonSchema.of(inferred(type));
  }

  private static Map<String, Object> inferred(ValueType type) {
    if (type instanceof Simple simple) {
      return field(simple);
    }
    if (type instanceof ListOf list) {
      return schema("type", "array", "items", inferred(list.element()));
    }
    if (type instanceof MapOf map) {
      return schema("type", "object", "additionalProperties", inferred(map.value()));
    }
    return type instanceof Struct struct ? new Projection().object(struct) : unknown(type);
  }

  private static Map<String, Object> field(Simple type) {
    return switch (type) {
      case TIMESTAMP ->
          schema(
              "description", "Timestamp representing a creation time",
              "type", "string",
              "format", "date-time");
      case DURATION -> unknown(type);
      default -> scalar(type);
    };
  }

  private static Map<String, Object> unknown(ValueType type) {
    if (type instanceof Opaque opaque && opaque.isObject()) {
      return schema("type", "object", "additionalProperties", true);
    }
    return schema("description", "unknown CEL type: " + type.display(), PRESERVE, true);
  }

  private static Map<String, Object> scalar(Simple type) {
    return switch (type) {
      case BOOL -> schema("type", "boolean");
      case INT, UINT -> schema("type", "integer");
      case DOUBLE -> schema("type", "number");
      case TEXT -> schema("type", "string");
      case BYTES -> schema("type", "string", "format", "byte");
      case NULL -> schema("description", "null type - any value allowed", PRESERVE, true);
      case TIMESTAMP, DURATION, DYN -> schema(PRESERVE, true);
    };
  }

  private static Map<String, Object> schema(Object... keywords) {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (int i = 0; i < keywords.length; i += 2) {
      schema.put((String) keywords[i], keywords[i + 1]);
    }
    return schema;
  }

  /** A whole object in the status: all that its schema declares, down to a repetition. */
  private static final class Projection {
    private final Deque<Object> around = new ArrayDeque<>();

    Map<String, Object> object(Struct struct) {
      Map<String, Object> schema = schema("type", "object");
      Object declared = struct.schema().keyword("properties");
      if (declared == null || around.stream().anyMatch(outer -> outer == declared)) {
        return schema;
      }
      around.push(declared);
      Map<String, Object> properties = new LinkedHashMap<>();
      for (String name : struct.fieldNames()) {
        properties.put(name, part(struct.field(name).orElse(Simple.DYN)));
      }
      around.pop();
      if (!properties.isEmpty()) {
        schema.put("properties", properties);
      }
      return schema;
    }

    private Map<String, Object> part(ValueType type) {
      if (type instanceof Struct struct) {
        return object(struct);
      }
      if (type instanceof ListOf list) {
        return schema("type", "array", "items", part(list.element()));
      }
      if (type instanceof MapOf map) {
        return schema("type", "object", "additionalProperties", part(map.value()));
      }
      return type instanceof Simple simple ? scalar(simple) : schema(PRESERVE, true);
    }
  }
}
