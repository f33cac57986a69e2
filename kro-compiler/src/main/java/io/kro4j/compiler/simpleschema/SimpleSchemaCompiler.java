package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.TextPatterns;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.List;

/**
 * Compiles SimpleSchema.
 *
 * <p>Example: {@code {replicas: "integer | default=3 minimum=1"}} becomes {@code {type: object,
 * default: {}, properties: {replicas: {type: integer, default: 3, minimum: 1}}}}.
 *
 * <p>It accepts what upstream kro's {@code pkg/simpleschema} accepts, with the same schema, except
 * for what an API server would refuse in the CRD: that is an error here. One thing is accepted that
 * upstream cannot do: a string default that is not valid inside JSON quotes stands for itself.
 */
public final class SimpleSchemaCompiler {
  private SimpleSchemaCompiler() {}

  /**
   * The schema of {@code spec}.
   *
   * @param types {@code schema.types}; an empty object if absent
   * @param spec {@code schema.spec}; an empty object if absent
   * @return always a schema; where a type is broken, and has been reported, the schema allows
   *     anything
   */
  public static Checked<JsonSchema> compile(YamlValue.Mapping types, YamlValue.Mapping spec) {
    return compileSpec(types, spec).map(SpecSchema::schema);
  }

  /**
   * The schema of {@code spec} together with the CEL rules in it; otherwise as {@link #compile}.
   */
  public static Checked<SpecSchema> compileSpec(YamlValue.Mapping types, YamlValue.Mapping spec) {
    Diagnostics diagnostics = new Diagnostics();
    TextPatterns patterns = new TextPatterns();
    SchemaDraft schema = new SchemaBuilder(types, patterns, diagnostics).build(spec);
    List<ValidationRule> validations = SpecRules.check(schema, patterns, diagnostics);
    JsonSchema json = JsonSchema.of(schema.json());
    return Checked.of(new SpecSchema(json, validations), diagnostics.list());
  }
}
