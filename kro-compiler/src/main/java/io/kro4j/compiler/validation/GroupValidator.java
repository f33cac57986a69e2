package io.kro4j.compiler.validation;

import io.kro4j.compiler.analysis.AnalyzedGroup;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import java.util.List;

/** Runs every rule over a group. */
public final class GroupValidator {
  private static final List<GroupRule> RULES =
      List.of(
          new SpecValidationRule(),
          new LiteralValueRule(),
          new LabelRule(),
          new UnguardedOptionalRule(),
          new ReplicasAutoscaledRule(),
          new DuplicateObjectRule(),
          new StatusWithoutReadyRule(),
          new HardCodedNamespaceRule());

  private GroupValidator() {}

  /** The findings of all rules, in the order of the rules. */
  public static List<Diagnostic> validate(AnalyzedGroup group) {
    Diagnostics diagnostics = new Diagnostics();
    RULES.forEach(rule -> rule.check(group, diagnostics));
    return diagnostics.list();
  }
}
