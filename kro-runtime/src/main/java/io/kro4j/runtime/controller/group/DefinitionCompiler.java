package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.DiagnosticId;
import io.kro4j.compiler.instance.InstanceGraph;
import io.kro4j.compiler.instance.PlannedGraph;
import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.runtime.cluster.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles definitions against the types of the cluster. The last sound result for a name is kept:
 * the group and the revision that is made of it are the same definition, and compiling is the most
 * expensive thing that happens here. Safe for concurrent use.
 */
final class DefinitionCompiler {
  private final SchemaCatalog catalog;
  private final CompilerOptions options;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * A compiler.
   *
   * @param catalog the types of the cluster
   * @param options how to compile
   */
  DefinitionCompiler(SchemaCatalog catalog, CompilerOptions options) {
    this.catalog = catalog;
    this.options = options.withThreads(1);
  }

  private record Known(String digest, CompiledDefinition.Sound result) {}

  /**
   * Compiles a definition.
   *
   * @throws ApiException if the cluster's types cannot be read
   */
  CompiledDefinition compile(Definition definition) throws ApiException {
    String digest = definition.digest();
    Known last = known.get(definition.name());
    if (last != null && last.digest().equals(digest)) {
      return last.result();
    }
    CompiledDefinition result = compileOnce(definition);
    if (result instanceof CompiledDefinition.Sound sound) {
      known.put(definition.name(), new Known(digest, sound));
    }
    return result;
  }

  /** Whether {@link #compile} knows the result already. */
  boolean knows(Definition definition) {
    Known last = known.get(definition.name());
    return last != null && last.digest().equals(definition.digest());
  }

  /** Forgets the definition of a name, which is no more. */
  void forget(String name) {
    known.remove(name);
  }

  /**
   * Compiles a definition whose result is not wanted again.
   *
   * @throws ApiException if the cluster's types cannot be read
   */
  CompiledDefinition compileOnce(Definition definition) throws ApiException {
    SourceFile file = definition.file();
    RecordingCatalog recording = new RecordingCatalog(catalog);
    Compilation compilation =
        ResourceGroupCompiler.compile(new CompilerInput(List.of(file), recording, options));
    recording.throwFailure();
    List<Diagnostic> errors =
        compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty() || compilation.groups().isEmpty()) {
      return new CompiledDefinition.Unsound(
          Definition.describe(file, errors), missing(errors, recording));
    }
    return planned(compilation.groups().get(0), warnings(file, compilation));
  }

  private static CompiledDefinition planned(CompiledGroup group, String warnings) {
    PlannedGraph planned = InstanceGraph.of(group.graph());
    if (planned instanceof PlannedGraph.Rejected rejected) {
      throw new IllegalStateException("the compiler made a graph that cannot run: " + rejected);
    }
    InstanceGraph graph = ((PlannedGraph.Accepted) planned).graph();
    return new CompiledDefinition.Sound(graph, group.crd().json(), group.crd().name(), warnings);
  }

  private static String warnings(SourceFile file, Compilation compilation) {
    List<Diagnostic> warnings =
        compilation.diagnostics().stream().filter(finding -> !finding.isError()).toList();
    return warnings.isEmpty() ? "" : Definition.describe(file, warnings);
  }

  private static Set<GroupVersionKind> missing(
      List<Diagnostic> errors, RecordingCatalog recording) {
    return errors.stream().anyMatch(error -> error.id() == DiagnosticId.SCHEMA_UNKNOWN_TYPE)
        ? recording.missing()
        : Set.of();
  }
}
