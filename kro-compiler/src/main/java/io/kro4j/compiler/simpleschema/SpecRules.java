package io.kro4j.compiler.simpleschema;

import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.JsonSchema;
import io.kro4j.compiler.schema.TextPatterns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the finished schema of {@code spec} and applies what an API server demands of it when the
 * CRD is created, so that it is said here and not in the cluster. Types that nothing uses never
 * reach an API server and are not walked.
 */
final class SpecRules {
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final List<ValidationRule> rules = new ArrayList<>();

  private final TextPatterns patterns;

  private SpecRules(TextPatterns patterns) {
    this.patterns = patterns;
  }

  /**
   * Where in the schema a part stands.
   *
   * @param path the way to it, such as {@code spec.ports[].name}
   * @param inMap whether it is (in) the values of a map
   * @param uncorrelated whether it is (in) the items of a list whose items have no identity, so
   *     that an API server cannot tell what an item was before
   */
  record Place(String path, boolean inMap, boolean uncorrelated) {
    Place property(String name) {
      return new Place(path + "." + name, inMap, uncorrelated);
    }

    Place items(boolean haveKeys) {
      return new Place(path + "[]", inMap, uncorrelated || !haveKeys);
    }

    Place values() {
      return new Place(path + ".*", true, uncorrelated);
    }
  }

  /** Checks the schema of {@code spec} and hands on the rules its author wrote in CEL. */
  static List<ValidationRule> check(
      SchemaDraft spec, TextPatterns patterns, Diagnostics diagnostics) {
    SpecRules walk = new SpecRules(patterns);
    walk.visit(spec, new Place("spec", false, false));
    diagnostics.addAll(List.copyOf(walk.found));
    return List.copyOf(walk.rules);
  }

  private void visit(SchemaDraft schema, Place place) {
    found.addAll(schema.flaws.values());
    found.addAll(DefaultRule.check(schema, place, patterns));
    found.addAll(ListTypeRule.check(schema));
    found.addAll(ImmutableRule.check(schema, place));
    if (!schema.rules.isEmpty()) {
      addRules(schema, place);
    }
    schema.properties().forEach((name, part) -> visit(part, place.property(name)));
    boolean keyed = "map".equals(schema.get("x-kubernetes-list-type"));
    visitIfThere(schema.items(), place.items(keyed));
    visitIfThere(schema.values(), place.values());
  }

  private void addRules(SchemaDraft schema, Place place) {
    JsonSchema self = JsonSchema.of(schema.json());
    for (SchemaDraft.Rule rule : schema.rules) {
      rules.add(
          new ValidationRule(
              place.path(), rule.rule(), self, !place.uncorrelated(), place.inMap()));
    }
  }

  private void visitIfThere(@Nullable SchemaDraft schema, Place place) {
    if (schema != null) {
      visit(schema, place);
    }
  }
}
