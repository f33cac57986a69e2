package io.kro4j.compiler.expression;

import io.kro4j.compiler.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the checker knows about the values of an expression: a CEL type.
 *
 * <p>Types of objects are made from JSON schemas when somebody asks for a field, so that a large or
 * recursive schema costs nothing until then.
 */
public sealed interface ValueType {

  /** The type as CEL prints it, such as {@code list(string)}. */
  String display();

  /** The type as messages name it, such as {@code `list(string)`} or {@code an object}. */
  default String inWords() {
    return TypeWords.of(this);
  }

  /** A type without parameters. */
  enum Simple implements ValueType {
    /** {@code true} or {@code false}. */
    BOOL("bool"),
    /** A signed 64-bit integer. */
    INT("int"),
    /** An unsigned 64-bit integer. */
    UINT("uint"),
    /** A 64-bit floating-point number. */
    DOUBLE("double"),
    /** A string. */
    TEXT("string"),
    /** Bytes; in JSON, base64. */
    BYTES("bytes"),
    /** A point in time. */
    TIMESTAMP("google.protobuf.Timestamp"),
    /** A length of time. */
    DURATION("google.protobuf.Duration"),
    /** Only {@code null}. */
    NULL("null_type"),
    /** Anything: known only when the expression runs. */
    DYN("dyn");

    private final String display;

    Simple(String display) {
      this.display = display;
    }

    @Override
    public String display() {
      return display;
    }
  }

  /**
   * A list.
   *
   * @param element the type of each item
   */
  record ListOf(ValueType element) implements ValueType {
    @Override
    public String display() {
      return "list(" + element.display() + ")";
    }
  }

  /**
   * A map.
   *
   * @param key the type of each key
   * @param value the type of each value
   */
  record MapOf(ValueType key, ValueType value) implements ValueType {
    @Override
    public String display() {
      return "map(" + key.display() + ", " + value.display() + ")";
    }
  }

  /**
   * A value that may be missing.
   *
   * @param value the type of the value if there is one
   */
  record OptionalOf(ValueType value) implements ValueType {
    @Override
    public String display() {
      return "optional_type(" + value.display() + ")";
    }
  }

  /**
   * An object with the fields of a schema. Two are equal if they have the same name: a name says
   * where the schema stands.
   */
  final class Struct implements ValueType {
    private final String name;
    private final JsonSchema schema;
    private final boolean fieldsCompared;

    private Struct(String name, JsonSchema schema, boolean fieldsCompared) {
      this.name = name;
      this.schema = schema;
      this.fieldsCompared = fieldsCompared;
    }

    /** An object of the given schema, which must be of type object. */
    static Struct of(String name, JsonSchema schema) {
      return new Struct(name, schema, true);
    }

    /**
     * An object to which any object or map is compatible: see {@link ExpectedTypes} for when the
     * fields are not compared.
     */
    static Struct uncompared(String name, JsonSchema schema) {
      return new Struct(name, schema, false);
    }

    /** Where the schema stands: {@code __type_deployment.spec.template}. */
    public String name() {
      return name;
    }

    /** The schema of the object. */
    public JsonSchema schema() {
      return schema;
    }

    /** Whether {@link Compatibility} looks at the fields. */
    boolean fieldsCompared() {
      return fieldsCompared;
    }

    /** Whether undeclared fields may be read, as {@code dyn}. */
    public boolean isOpen() {
      return schema.preservesUnknownFields();
    }

    /**
     * The names of the declared fields as written in expressions, in the order of the schema.
     * Fields whose schema has no type are not among them: they cannot be read.
     */
    public List<String> fieldNames() {
      List<String> names = new ArrayList<>();
      ObjectProperties.of(schema)
          .forEach(
              (name, part) -> {
                if (ValueTypes.isReadable(part)) {
                  FieldNames.escape(name).ifPresent(names::add);
                }
              });
      return names;
    }

    /**
     * The type of a declared field.
     *
     * @param fieldName the name as written in an expression: escaped, or a reserved word as it is
     */
    public Optional<ValueType> field(String fieldName) {
      return FieldNames.unescape(fieldName)
          .filter(property -> FieldNames.isWrittenAs(property, fieldName))
          .flatMap(property -> Optional.ofNullable(ObjectProperties.of(schema).get(property)))
          .flatMap(part -> ValueTypes.readable(fieldTypeName(fieldName), part, fieldsCompared));
    }

    private String fieldTypeName(String fieldName) {
      return name + "." + (FieldNames.isReserved(fieldName) ? "__" + fieldName + "__" : fieldName);
    }

    @Override
    public String display() {
      return name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Struct struct && name.equals(struct.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A condition of an instance, as {@code runtime.newCondition} makes it, or the {@code runtime}
   * object itself.
   */
  enum RuntimeType implements ValueType {
    /** A condition: {@code type}, {@code status}, {@code reason} and {@code message}. */
    CONDITION("kro.run.Condition"),
    /** What the name {@code runtime} stands for. */
    RUNTIME("kro.run.Runtime");

    private final String display;

    RuntimeType(String display) {
      this.display = display;
    }

    @Override
    public String display() {
      return display;
    }
  }

  /**
   * Any other type, such as a type as a value or a Kubernetes quantity.
   *
   * @param display the type as CEL prints it
   */
  record Opaque(String display) implements ValueType {
    private static final Set<String> OBJECTS =
        Set.of("kubernetes.Quantity", "kubernetes.URL", "kubernetes.Semver");

    /** Whether CEL takes the type for an object, one whose fields nobody knows. */
    boolean isObject() {
      return OBJECTS.contains(display);
    }
  }
}
