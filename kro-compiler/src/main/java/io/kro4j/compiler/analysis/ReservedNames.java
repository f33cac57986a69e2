package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.FieldNames;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that neither a resource nor an iterator may have, because expressions or later versions
 * give them a meaning of their own. The list is upstream kro's, so that a group can move between
 * the two.
 */
public final class ReservedNames {
  /** What a resource id or an iterator name looks like. */
  static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-zA-Z0-9]*");

  private static final Set<String> GRAPH_WORDS =
      Set.of(
          "apiVersion",
          "context",
          "dependency",
          "dependencies",
          "each",
          "externalRef",
          "externalReference",
          "externalRefs",
          "externalReferences",
          "graph",
          "instance",
          "item",
          "items",
          "kind",
          "kro",
          "metadata",
          "namespace",
          "object",
          "resource",
          "resourcegraphdefinition",
          "resourceGraphDefinition",
          "resources",
          "root",
          "runtime",
          "schema",
          "self",
          "serviceAccountName",
          "spec",
          "status",
          "this",
          "variables",
          "vars",
          "version");

  private ReservedNames() {}

  /** Whether the word has a meaning of its own. */
  public static boolean contains(String word) {
    return GRAPH_WORDS.contains(word) || FieldNames.isReserved(word);
  }
}
