package io.kro4j.compiler.expression.library;

import java.util.List;

/**
 * A list that compares and adds in its own way, such as one whose schema says {@code
 * x-kubernetes-list-type: set}. The left operand decides.
 */
public interface SpecialList {
  /** Whether {@code ==} holds between this list and another. */
  boolean sameAs(List<?> other);

  /** What {@code +} gives for this list and another. */
  List<?> plus(List<?> other);
}
