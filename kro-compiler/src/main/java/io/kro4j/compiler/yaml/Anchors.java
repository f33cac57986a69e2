package io.kro4j.compiler.yaml;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.Suggestions;
import io.kro4j.compiler.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of one document, and how much its aliases have added to it. An alias shares the value
 * it names, so only what walks the tree pays for the expansion: the limits keep that walk short.
 */
final class Anchors {
  private final int maxDepth;
  private final long maxAliasedNodes;
  private final Diagnostics diagnostics;
  private final Map<String, Anchor> anchors = new HashMap<>();
  private long aliasedNodes;

  Anchors(YamlLimits limits, int documentLength, Diagnostics diagnostics) {
    this.maxDepth = limits.maxDepth();
    this.maxAliasedNodes = limits.aliasedNodes(documentLength);
    this.diagnostics = diagnostics;
  }

  /** An anchor whose value is being read; the latest of a name counts. */
  static final class Anchor {
    private @Nullable Node node;

    void close(Node value) {
      node = value;
    }
  }

  /** Opens an anchor; until it is closed, an alias to it would contain itself. */
  Anchor open(String name) {
    Anchor anchor = new Anchor();
    anchors.put(name, anchor);
    return anchor;
  }

  /** The value of an alias at a depth, or empty after a diagnostic. */
  Optional<Node> alias(String name, Span span, int depth) {
    Anchor anchor = anchors.get(name);
    if (anchor == null) {
      diagnostics.add(
          Diagnostic.of(
                  DiagnosticId.YAML_SYNTAX,
                  span,
                  "there is no anchor `&" + name + "` before this alias")
              .withHelp(Suggestions.didYouMean(name, anchors.keySet())));
      return Optional.empty();
    }
    Node node = anchor.node;
    if (node == null) {
      diagnostics.add(
          DiagnosticId.YAML_ALIAS_EXPANSION, span, "the value of `&" + name + "` contains itself");
      return Optional.empty();
    }
    return expansion(node, span, depth);
  }

  private Optional<Node> expansion(Node node, Span span, int depth) {
    if (depth + node.height() > maxDepth) {
      diagnostics.add(
          DiagnosticId.YAML_TOO_DEEP,
          span,
          "with this alias the document nests deeper than " + maxDepth + " levels");
      return Optional.empty();
    }
    boolean exceeded = aliasedNodes > maxAliasedNodes;
    aliasedNodes += node.nodes();
    if (aliasedNodes <= maxAliasedNodes) {
      return Optional.of(node);
    }
    if (!exceeded) {
      diagnostics.add(
          DiagnosticId.YAML_ALIAS_EXPANSION,
          span,
          "with this alias the aliases of the document stand for more than "
              + maxAliasedNodes
              + " values");
    }
    return Optional.empty();
  }
}
