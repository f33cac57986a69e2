package io.kro4j.compiler.plan;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.Node;
import java.util.List;

/**
 * What the kinds of node differ in.
 *
 * @param kind what the node is, as a person would say
 * @param field the field of the definition that holds its fields
 * @param fields the manifest or the reference
 * @param forEach the dimensions; empty unless it is a collection
 */
record NodeBody(String kind, String field, FieldValue.Fields fields, List<Node.Dimension> forEach) {
  private static final String TEMPLATE = "template";
  private static final String REFERENCE = "externalRef";

  /** The body of a node. */
  static NodeBody of(Node node) {
    if (node instanceof Node.Resource resource) {
      return new NodeBody("resource", TEMPLATE, resource.template(), List.of());
    }
    if (node instanceof Node.Collection collection) {
      return new NodeBody("collection", TEMPLATE, collection.template(), collection.forEach());
    }
    if (node instanceof Node.External external) {
      return new NodeBody("external object", REFERENCE, external.reference(), List.of());
    }
    return new NodeBody(
        "external collection", REFERENCE, ((Node.ExternalCollection) node).reference(), List.of());
  }
}
