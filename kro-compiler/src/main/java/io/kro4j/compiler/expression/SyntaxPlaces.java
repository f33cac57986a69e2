package io.kro4j.compiler.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import io.kro4j.compiler.source.MappedText;
import io.kro4j.compiler.source.Span;
import java.util.List;
import java.util.Map;

/**
 * Where the parts of a syntax tree stand in the file. The tree counts code points, says only where
 * a part starts, and for a selection and a call gives the dot or the parenthesis.
 */
final class SyntaxPlaces {
  private final MappedText source;
  private final Map<Long, Integer> positions;

  /** The index of each code point, or empty where each is one character. */
  private final int[] codePoints;

  SyntaxPlaces(CelAbstractSyntaxTree tree, MappedText source) {
    this.source = source;
    this.positions = tree.getSource().getPositionsMap();
    this.codePoints = codePoints(source.value());
  }

  /** The index of a node's position in the text; 0 for nodes that no text stands for. */
  int offset(long id) {
    return utf16(positions.getOrDefault(id, 0));
  }

  /** The token at a node's position. */
  Span token(long id) {
    return tokenAt(source, offset(id));
  }

  /** The field name of a selection, {@code a.b}, {@code a.?b} or {@code has(a.b)}. */
  Span field(CelExpr expr) {
    int at = fieldStart(expr);
    return source.span(at, at + fieldName(expr).length());
  }

  /** A path as a whole, {@code a.b.c}; of other expressions their token. */
  Span path(CelExpr expr) {
    boolean selects = FieldSelections.fieldOf(expr).isPresent();
    return selects ? path(FieldSelections.operandOf(expr)).union(field(expr)) : token(expr.id());
  }

  /** Whether an operator was made by a macro: then no such operator stands at its position. */
  boolean isMadeByMacro(CelExpr call, String operator) {
    return !source.value().startsWith(operator, offset(call.id()));
  }

  /** The name of the called function or macro: the position of a call is its parenthesis. */
  Span function(long id) {
    String text = source.value();
    int end = offset(id);
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = Tokens.nameStart(text, end);
    return start < end ? source.span(start, end) : token(id);
  }

  private int fieldStart(CelExpr expr) {
    String text = source.value();
    boolean test = expr.getKind() == CelExpr.ExprKind.Kind.SELECT && expr.select().testOnly();
    int at = test ? end(expr.select().operand()) : offset(expr.id());
    while (at < text.length() && !Tokens.isNamePart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String fieldName(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.SELECT
        ? expr.select().field()
        : expr.call().args().get(1).constant().stringValue();
  }

  /** The index after an operand, as far as its tree tells. */
  private int end(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> fieldStart(expr) + expr.select().field().length();
      case CALL ->
          expr.call().args().isEmpty()
              ? offset(expr.id())
              : Math.max(offset(expr.id()), end(last(expr.call().args())));
      default -> Tokens.end(source.value(), offset(expr.id()));
    };
  }

  private static CelExpr last(List<CelExpr> exprs) {
    return exprs.get(exprs.size() - 1);
  }

  /** The token at a place that an issue names. */
  static Span token(MappedText source, CelSourceLocation location) {
    return tokenAt(source, offset(source.value(), location));
  }

  /** The index of a place that an issue names: lines from 1, columns in code points from 0. */
  static int offset(String text, CelSourceLocation location) {
    int start = 0;
    for (int line = 1; line < location.getLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = start;
    for (int column = 0; column < location.getColumn() && end < text.length(); column++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  static Span tokenAt(MappedText source, int at) {
    return source.span(at, Tokens.end(source.value(), at));
  }

  private int utf16(int position) {
    int length = source.value().length();
    if (codePoints.length == 0) {
      return Math.min(position, length);
    }
    return position < codePoints.length ? codePoints[position] : length;
  }

  private static int[] codePoints(String text) {
    int count = text.codePointCount(0, text.length());
    int[] indices = new int[count == text.length() ? 0 : count];
    for (int i = 0, at = 0; i < indices.length; i++) {
      indices[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    return indices;
  }
}
