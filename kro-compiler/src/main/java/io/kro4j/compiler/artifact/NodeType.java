package io.kro4j.compiler.artifact;

import io.kro4j.compiler.graph.FieldValue;
import io.kro4j.compiler.graph.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of node, as the format names them. */
enum NodeType {
  RESOURCE("Resource", "template"),
  COLLECTION("Collection", "template"),
  EXTERNAL("External", "reference"),
  EXTERNAL_COLLECTION("ExternalCollection", "reference");

  private final String text;
  private final String bodyField;

  NodeType(String text, String bodyField) {
    this.text = text;
    this.bodyField = bodyField;
  }

  /** The word of the format. */
  String text() {
    return text;
  }

  /** The field that holds the manifest or the reference. */
  String bodyField() {
    return bodyField;
  }

  /** The type of a node. */
  static NodeType of(Node node) {
    if (node instanceof Node.Resource) {
      return RESOURCE;
    }
    if (node instanceof Node.Collection) {
      return COLLECTION;
    }
    return node instanceof Node.External ? EXTERNAL : EXTERNAL_COLLECTION;
  }

  /** The type of a word; empty if the format has no such word. */
  static Optional<NodeType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }

  /** A node of this type. */
  Node node(Node.Core core, List<Node.Dimension> forEach, FieldValue.Fields body) {
    return switch (this) {
      case RESOURCE -> new Node.Resource(core, body);
      case COLLECTION -> new Node.Collection(core, forEach, body);
      case EXTERNAL -> new Node.External(core, body);
      case EXTERNAL_COLLECTION -> new Node.ExternalCollection(core, body);
    };
  }
}
