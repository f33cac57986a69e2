package io.kro4j.compiler.validation;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.diagnostics.Diagnostics;

/** One thing to look for. Implementations are final and hold no state. */
interface GroupRule {
  /**
   * Looks at a group.
   *
   * @param group a group; parts that analysis could not make sense of are missing
   * @param diagnostics where to report
   */
  void check(AnalyzedGroup group, Diagnostics diagnostics);
}
