package io.kro4j.compiler.yaml;

/**
 * How much a document may hold, so that a hostile or broken file ends in a diagnostic.
 *
 * @param maxDepth how deep objects and lists may nest, aliases expanded; at most 1000, because
 *     readers of the tree recurse
 * @param maxAliasedNodes how many values one document may gain by aliases; a short document may
 *     gain fewer, see {@link #aliasedNodes}
 * @param maxDocumentLength the UTF-16 units one document may have
 */
public record YamlLimits(int maxDepth, long maxAliasedNodes, int maxDocumentLength) {
  private static final int DEEPEST = 1000;

  /**
   * The limits unless the user sets others.
   *
   * <p>A document may be as long as the largest request an API server takes, 3 MiB
   * (k8s.io/apiserver, {@code MaxRequestBodyBytes}): a longer one could not be applied, and several
   * documents of one file are separate requests. An object of that size has fewer values than the
   * number that aliases may add.
   */
  public static final YamlLimits DEFAULT = new YamlLimits(100, 100_000, 3 * 1024 * 1024);

  /** What every document may gain by aliases. */
  private static final long ALIASED_NODES = 1_000;

  /** The characters of a document for which it may gain one more value. */
  private static final int CHARACTERS_PER_ALIASED_NODE = 8;

  /** Checks the numbers. */
  public YamlLimits {
    if (maxDepth < 1 || maxDepth > DEEPEST) {
      throw new IllegalArgumentException("maxDepth must be between 1 and " + DEEPEST);
    }
    if (maxAliasedNodes < 0 || maxDocumentLength < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /**
   * How many values a document may gain by aliases. Each may hold an expression to check, so what a
   * document takes is kept in proportion to its length.
   *
   * @param length the UTF-16 units of the document
   */
  long aliasedNodes(int length) {
    return Math.min(maxAliasedNodes, ALIASED_NODES + length / CHARACTERS_PER_ALIASED_NODE);
  }
}
