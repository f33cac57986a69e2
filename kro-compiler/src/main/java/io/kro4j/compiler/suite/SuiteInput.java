package io.kro4j.compiler.suite;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be tested.
 *
 * @param groups the groups
 * @param catalog the types of their objects
 * @param tests the test files
 * @param files finds other files that tests name, by their path from the project's folder
 */
public record SuiteInput(
    List<CompiledGroup> groups,
    SchemaCatalog catalog,
    List<SourceFile> tests,
    Function<String, Optional<SourceFile>> files) {
  /** Copies the lists. */
  public SuiteInput {
    groups = List.copyOf(groups);
    tests = List.copyOf(tests);
  }
}
