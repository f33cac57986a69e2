package io.kro4j.compiler.expression;

import java.util.List;
import java.util.stream.Stream;

/** An expression that makes sense where it stands, with what it gives and what it reads. */
public final class CheckedExpression {
  private final ParsedExpression parsed;
  private final ValueType result;
  private final List<FieldRead> reads;
  private final List<Conversion> conversions;
  private final Scope.Language language;

  CheckedExpression(ParsedExpression parsed, Scope scope, ValueType result) {
    this.parsed = parsed;
    this.result = result;
    this.reads = FieldReads.of(parsed, scope);
    this.language = scope.language();
    this.conversions = reads.stream().flatMap(CheckedExpression::conversions).distinct().toList();
  }

  /** The expression as parsed. */
  public ParsedExpression parsed() {
    return parsed;
  }

  /** The expression as CEL text: what {@link EvaluableExpression} takes. */
  public String text() {
    return parsed.text();
  }

  /** The type of its value. */
  public ValueType result() {
    return result;
  }

  /** The fields it reads, in the order of the expression; one read twice is listed twice. */
  public List<FieldRead> reads() {
    return reads;
  }

  /** The values among them that have to be converted before CEL sees them, each once. */
  public List<Conversion> conversions() {
    return conversions;
  }

  /** The expression ready to be evaluated, for objects read by their schemas. */
  public EvaluableExpression evaluable() {
    return EvaluableExpression.of(text(), conversions, language);
  }

  private static Stream<Conversion> conversions(FieldRead read) {
    return new ConversionFinder(read).find().stream();
  }

  @Override
  public String toString() {
    return text() + " : " + result.display();
  }
}
