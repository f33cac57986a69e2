package io.kro4j.compiler.schema;

import io.kro4j.compiler.source.Span;
import java.util.Map;

/**
 * A document that schemas are read from: a CRD, a list of them, or an OpenAPI v3 document.
 *
 * @param json the document as plain JSON; must not be changed afterwards
 * @param span where findings about it are shown, such as its first line
 */
public record SchemaSource(Map<String, Object> json, Span span) {}
