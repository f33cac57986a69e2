package io.kro4j.compiler.plan;

import java.util.Optional;

/**
 * A field that changes.
 *
 * @param path where, such as {@code template.spec.replicas}
 * @param before the value as it was: an expression with its delimiters, or JSON; empty if there was
 *     none
 * @param after the value as it will be, likewise; empty if there will be none
 */
public record FieldChange(String path, Optional<String> before, Optional<String> after) {}
