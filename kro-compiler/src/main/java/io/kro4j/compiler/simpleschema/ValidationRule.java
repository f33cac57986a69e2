package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.source.MappedText;

/**
 * One {@code x-kubernetes-validations} rule of the new API. An API server compiles it when the CRD
 * is created, so whoever knows CEL should compile it before.
 *
 * @param path the field the rule is about, such as {@code spec.ports[].name}; {@code []} stands for
 *     the items of a list and {@code *} for the values of a map
 * @param rule the CEL text, mapped to the marker it came from
 * @param self the schema of that field, which is the type of {@code self} and {@code oldSelf}
 * @param mayUseOldSelf whether {@code oldSelf} exists there: not inside the items of a list that
 *     has no keys
 * @param inMap whether the field is (in) the values of a map, whose defaults nobody checks
 */
public record ValidationRule(
    String path, MappedText rule, JsonSchema self, boolean mayUseOldSelf, boolean inMap) {}
