package io.kro4j.compiler.expression;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands among the variables, to be told if something in it is missing.
 *
 * @param before where the value around it stands; null for a variable
 * @param step the name of the variable, property or key, or an index
 */
record Trail(@Nullable Trail before, Object step) {
  Trail to(Object next) {
    return new Trail(this, next);
  }

  /** The path as an expression would spell it. */
  @Override
  public String toString() {
    if (before == null) {
      return step.toString();
    }
    return step instanceof Integer ? before + "[" + step + "]" : before + "." + step;
  }
}
