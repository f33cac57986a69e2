package io.kro4j.compiler.analysis;

import io.kro4j.compiler.expression.CheckedExpression;
import io.kro4j.compiler.expression.Conversion;
import io.kro4j.compiler.expression.FieldRead;
import io.kro4j.compiler.expression.Reference;
import io.kro4j.compiler.graph.GraphExpression;
import io.kro4j.compiler.graph.GraphExpression.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes plain data of checked expressions. */
final class PlainExpressions {
  private PlainExpressions() {}

  static GraphExpression of(CheckedExpression expression) {
    Map<List<String>, Read> reads = new LinkedHashMap<>();
    for (FieldRead read : expression.reads()) {
      add(reads, new Read(read.variable(), read.path(), GraphExpression.Conversion.NONE));
    }
    for (Conversion conversion : expression.conversions()) {
      add(reads, new Read(conversion.variable(), conversion.path(), plain(conversion.kind())));
    }
    List<String> variables = new ArrayList<>();
    for (Reference reference : expression.parsed().references()) {
      variables.add(reference.name());
    }
    return new GraphExpression(
        expression.text(), expression.result().display(), variables, List.copyOf(reads.values()));
  }

  /** Adds a read, or the conversion of one that is there already. */
  private static void add(Map<List<String>, Read> reads, Read read) {
    List<String> key = new ArrayList<>(List.of(read.variable()));
    key.addAll(read.path());
    reads.merge(
        key,
        read,
        (first, second) -> second.conversion() == GraphExpression.Conversion.NONE ? first : second);
  }

  private static GraphExpression.Conversion plain(Conversion.Kind kind) {
    return switch (kind) {
      case BYTES -> GraphExpression.Conversion.BYTES;
      case TIMESTAMP -> GraphExpression.Conversion.TIMESTAMP;
      case DURATION -> GraphExpression.Conversion.DURATION;
      case DOUBLE -> GraphExpression.Conversion.DOUBLE;
    };
  }
}
