package io.kro4j.compiler.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of definitions with their outcome under upstream. */
final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<CorpusCase> cases;
  private final SchemaCatalog installed;

  private Corpus(List<CorpusCase> cases, SchemaCatalog installed) {
    this.cases = cases;
    this.installed = installed;
  }

  static Corpus read(Path folder, Path crds) throws IOException {
    List<CorpusCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Corpus::isOutcome).sorted().toList()) {
        boolean omit = file.getFileName().toString().contains("omit");
        Path at = file.getParent();
        String name = folder.relativize(at).toString().replace('\\', '/') + (omit ? "#omit" : "");
        cases.add(new CorpusCase(name, at, json(file), omit));
      }
    }
    cases.sort(Comparator.comparing(CorpusCase::name));
    SchemaCatalog catalog =
        Files.isDirectory(crds)
            ? CrdCatalog.read(objects(crds)).value().orElseThrow()
            : SchemaCatalog.empty();
    return new Corpus(cases, SchemaCatalog.firstOf(List.of(KubernetesCatalog.newest(), catalog)));
  }

  List<CorpusCase> cases() {
    return cases;
  }

  /** What differs between our outcome and upstream's, one sentence each; empty if nothing. */
  List<String> differences(CorpusCase corpusCase) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    Path set = corpusCase.folder().getParent();
    addWithDependencies(set, corpusCase, sources);
    Path before = corpusCase.folder().resolve("before.yaml");
    SchemaCatalog catalog =
        Files.exists(before)
            ? SchemaCatalog.firstOf(
                List.of(CrdCatalog.read(objects(before)).value().orElseThrow(), installed))
            : installed;
    CompilerOptions options =
        CompilerOptions.defaults()
            .withThreads(1)
            .withAnalysis(new AnalysisOptions(10, corpusCase.omitAllowed()));
    Compilation compilation =
        ResourceGroupCompiler.compile(new CompilerInput(sources, catalog, options));
    String name = corpusCase.name();
    // A definition that uses the API of a refused one is refused too: its type is not there.
    List<Diagnostic> errors =
        compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (errors.isEmpty() != corpusCase.accepted()) {
      return List.of(
          corpusCase.accepted()
              ? "refused: " + errors.stream().map(Corpus::line).toList()
              : "accepted, and upstream says: " + message(corpusCase));
    }
    return corpusCase.accepted()
        ? new OutcomeComparison(corpusCase).differences(ours(compilation, name))
        : List.of();
  }

  private static CompiledGroup ours(Compilation compilation, String name) {
    return compilation.groups().stream()
        .filter(group -> group.source().span().file().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no error, and no group"));
  }

  private void addWithDependencies(Path set, CorpusCase corpusCase, List<SourceFile> sources)
      throws IOException {
    if (sources.stream().anyMatch(file -> file.name().equals(corpusCase.name()))) {
      return;
    }
    sources.add(
        SourceFile.of(
            corpusCase.name(), Files.readString(corpusCase.folder().resolve("definition.yaml"))));
    for (String dependency : corpusCase.dependsOn()) {
      for (CorpusCase other : cases) {
        if (other.folder().equals(set.resolve(dependency))) {
          addWithDependencies(set, other, sources);
        }
      }
    }
  }

  private static String line(Diagnostic diagnostic) {
    return diagnostic.span().startPosition().line()
        + ":"
        + diagnostic.span().startPosition().column()
        + " "
        + diagnostic.id()
        + " "
        + diagnostic.message();
  }

  private static String message(CorpusCase corpusCase) {
    String message = String.valueOf(corpusCase.outcome().get("message")).replace('\n', ' ');
    return corpusCase.outcome().get("rejectedAt")
        + ": "
        + message.substring(0, Math.min(400, message.length()));
  }

  private static boolean isOutcome(Path file) {
    String name = file.getFileName().toString();
    return name.equals("outcome.json") || name.equals("outcome.omit-gate.json");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Map.class);
  }

  /** All documents of a file, or of the YAML files below a folder. */
  private static List<SchemaSource> objects(Path path) throws IOException {
    List<SchemaSource> objects = new ArrayList<>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
        List<YamlDocument> documents =
            YamlReader.read(source, YamlLimits.DEFAULT).value().orElse(List.of());
        for (YamlDocument document : documents) {
          if (document.root() instanceof YamlValue.Mapping mapping) {
            objects.add(new SchemaSource(mapping.toJson(), document.span()));
          }
        }
      }
    }
    return objects;
  }
}
