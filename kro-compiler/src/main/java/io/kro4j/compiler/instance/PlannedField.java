package io.kro4j.compiler.instance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a template whose expressions are ready to run. */
sealed interface PlannedField {
  /** An object with an expression in it. */
  record Fields(Map<String, PlannedField> fields) implements PlannedField {}

  /** A list with an expression in it. */
  record Items(List<PlannedField> items) implements PlannedField {}

  /** A part without expressions, as the JSON it stands for. */
  record Constant(@Nullable Object json) implements PlannedField {}

  /** A value to compute; the path tells where it goes. */
  record Computed(String path, PlannedExpression expression) implements PlannedField {}
}
