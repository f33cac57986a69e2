package io.kro4j.compiler.crd;

import io.kro4j.compiler.schema.Scope;
import java.util.Map;

/**
 * The CRD of a group.
 *
 * @param name {@code plural.group}
 * @param group the API group
 * @param version the one version, such as {@code v1alpha1}
 * @param kind the kind
 * @param plural the resource name
 * @param singular the kind in lower case
 * @param scope whether instances live in a namespace
 * @param json the whole object as plain JSON, keys in order, ready to write
 */
public record GeneratedCrd(
    String name,
    String group,
    String version,
    String kind,
    String plural,
    String singular,
    Scope scope,
    Map<String, Object> json) {}
