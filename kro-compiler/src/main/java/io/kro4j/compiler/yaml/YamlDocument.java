package io.kro4j.compiler.yaml;

import io.kro4j.compiler.source.Span;

/**
 * One document of a YAML file.
 *
 * @param root its value; never YAML null
 * @param span the document from its {@code ---} line, if it has one, to the end of its value
 */
public record YamlDocument(YamlValue root, Span span) {}
