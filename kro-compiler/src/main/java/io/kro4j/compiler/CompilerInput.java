package io.kro4j.compiler;

import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.List;

/**
 * What one run of the compiler reads.
 *
 * @param sources the files, in any order; each may hold several documents
 * @param catalog the types that the groups may use besides those they define themselves
 * @param options how to compile
 */
public record CompilerInput(
    List<SourceFile> sources, SchemaCatalog catalog, CompilerOptions options) {
  /** Copies the list. */
  public CompilerInput {
    sources = List.copyOf(sources);
  }
}
