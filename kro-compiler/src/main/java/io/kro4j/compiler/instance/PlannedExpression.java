package io.kro4j.compiler.instance;

import io.kro4j.compiler.expression.EvaluableExpression;
import java.util.List;

/**
 * An expression of the graph, ready to run.
 *
 * @param program what runs
 * @param references the variables it reads
 */
record PlannedExpression(EvaluableExpression program, List<String> references) {
  String text() {
    return program.text();
  }

  /** Whether it reads nothing but the instance. */
  boolean readsInstanceOnly() {
    return references.stream().allMatch(Variables.SCHEMA::equals);
  }

  boolean reads(String variable) {
    return references.contains(variable);
  }

  /** Expressions are shared, so each is equal to itself only. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
