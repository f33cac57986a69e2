package io.kro4j.compiler.expression.library;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import java.util.Optional;

/**
 * Makes the tree of a path such as {@code schema.spec.name}, as most expressions are, without
 * cel-java's parser: the same tree, with the same numbers and positions of its nodes.
 */
final class PathParser {
  /** A longer one is left to the parser, which knows when a tree is too deep. */
  private static final int MOST_NAMES = 32;

  /** Words that the grammar knows or the parser refuses, some of them only at some places. */
  private final String text;

  private final CelSource.Builder source;

  private PathParser(String text) {
    this.text = text;
    this.source = CelSource.newBuilder(text).setDescription("<input>");
  }

  /**
   * The tree of an expression that is a path.
   *
   * @param text an expression
   * @return empty if it is anything but names with a dot between them and nothing else
   */
  static Optional<CelAbstractSyntaxTree> parse(String text) {
    return isPath(text) ? Optional.of(new PathParser(text).tree()) : Optional.empty();
  }

  private static boolean isPath(String text) {
    int names = 0;
    for (int start = 0; start <= text.length(); names++) {
      int end = nameEnd(text, start);
      boolean dotOrEnd = end == text.length() || text.charAt(end) == '.';
      if (start == end || !dotOrEnd || ReservedWords.contains(text.substring(start, end))) {
        return false;
      }
      start = end + 1;
    }
    return names <= MOST_NAMES;
  }

  /** The index after the name that starts at {@code start}; {@code start} if there is none. */
  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end), end == start)) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }

  private CelAbstractSyntaxTree tree() {
    int end = nameEnd(text, 0);
    CelExpr path = CelExpr.ofIdent(node(1, 0), text.substring(0, end));
    for (long id = 2; end < text.length(); id++) {
      int dot = end;
      end = nameEnd(text, dot + 1);
      path = CelExpr.ofSelect(node(id, dot), path, text.substring(dot + 1, end), false);
    }
    return CelAbstractSyntaxTree.newParsedAst(path, source.build());
  }

  private long node(long id, int position) {
    source.addPositions(id, position);
    return id;
  }
}
