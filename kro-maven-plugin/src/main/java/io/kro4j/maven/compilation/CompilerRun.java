package io.kro4j.maven.compilation;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.OpenApiCatalog;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import io.kro4j.maven.input.ArtifactInput;
import io.kro4j.maven.input.InputFile;
import java.util.ArrayList;
import java.util.List;

/** Feeds files to the compiler. */
public final class CompilerRun {
  /** An OpenAPI document of an API server is longer than any object it takes. */
  private static final YamlLimits SCHEMA_LIMITS =
      new YamlLimits(
          YamlLimits.DEFAULT.maxDepth(), YamlLimits.DEFAULT.maxAliasedNodes(), 64 * 1024 * 1024);

  private final Inputs inputs;
  private final Options options;
  private final Diagnostics diagnostics = new Diagnostics();

  private CompilerRun(Inputs inputs, Options options) {
    this.inputs = inputs;
    this.options = options;
  }

  /**
   * What came of it.
   *
   * @param compilation what the compiler made of the sources, with the findings about all files
   * @param catalog the types that the sources may use
   */
  public record Compiled(Compilation compilation, SchemaCatalog catalog) {}

  /** Compiles. */
  public static Compiled compile(Inputs inputs, Options options) {
    return new CompilerRun(inputs, options).compile();
  }

  /** What is wrong with the files that the types are read from, by place. */
  public static List<Diagnostic> ofTypes(Inputs inputs, Options options) {
    CompilerRun run = new CompilerRun(inputs, options);
    run.catalog();
    return run.diagnostics.list().stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  private SchemaCatalog catalog() {
    List<SchemaCatalog> catalogs = new ArrayList<>();
    catalogs.add(diagnosed(CrdCatalog.read(ofModules())));
    catalogs.add(diagnosed(CrdCatalog.read(documents(inputs.crds()))));
    for (ArtifactInput artifact : inputs.artifacts()) {
      catalogs.add(diagnosed(CrdCatalog.read(documents(artifact.crds()))));
    }
    catalogs.add(diagnosed(OpenApiCatalog.read(documents(inputs.openapi()))));
    catalogs.add(options.builtIn());
    return SchemaCatalog.firstOf(catalogs);
  }

  private Compiled compile() {
    SchemaCatalog catalog = catalog();
    Compilation compilation =
        ResourceGroupCompiler.compile(
            new CompilerInput(
                InputFile.texts(inputs.sources(), diagnostics), catalog, options.compiler()),
            options.progress());
    List<Diagnostic> all = new ArrayList<>(diagnostics.list());
    all.addAll(compilation.diagnostics());
    all.sort(Diagnostic.BY_PLACE);
    return new Compiled(
        new Compilation(compilation.groups(), all, compilation.suppressed()), catalog);
  }

  private List<SchemaSource> documents(List<InputFile> inputs) {
    List<SchemaSource> sources = new ArrayList<>();
    for (SourceFile file : InputFile.texts(inputs, diagnostics)) {
      List<YamlDocument> documents =
          diagnostics.collect(YamlReader.read(file, SCHEMA_LIMITS)).value().orElse(List.of());
      for (YamlDocument document : documents) {
        // A document that is no object is nobody's schema, like an object of another kind.
        if (document.root() instanceof YamlValue.Mapping object) {
          sources.add(new SchemaSource(object.toJson(), start(object)));
        }
      }
    }
    return sources;
  }

  private List<SchemaSource> ofModules() {
    List<SchemaSource> sources = new ArrayList<>();
    for (ModuleInput module : inputs.modules()) {
      SourceFile file = SourceFile.of(module.name(), "");
      for (CompiledGroup group : module.groups()) {
        sources.add(new SchemaSource(group.crd().json(), new Span(file, 0, 0)));
      }
    }
    return sources;
  }

  private static Span start(YamlValue.Mapping object) {
    return object.entries().isEmpty() ? object.span() : object.entries().get(0).key().span();
  }

  private SchemaCatalog diagnosed(Checked<SchemaCatalog> catalog) {
    return diagnostics.collect(catalog).value().orElse(SchemaCatalog.empty());
  }
}
