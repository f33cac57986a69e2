package io.kro4j.compiler.docs;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.analysis.AnalysisOptions;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.docs.MarkdownPage.CodeBlock;
import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.source.Span;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import java.util.List;
import java.util.Map;

/**
 * Compiles the examples of one page.
 *
 * <p>An example without {@code kind} is the {@code spec} of a group, and in its {@code schema} the
 * kind and the version may be left out.
 */
final class DocGroups {
  private static final String HEADER =
      """
      apiVersion: kro.run/v1alpha1
      kind: ResourceGroup
      metadata:
        name: example
      spec:
      """;
  private static final String API = "  kind: Example\n  apiVersion: v1alpha1\n";

  private final SchemaCatalog catalog;

  private DocGroups(SchemaCatalog catalog) {
    this.catalog = catalog;
  }

  /** A compiler that knows Kubernetes' types and the CRDs on the page. */
  static DocGroups on(MarkdownPage page) {
    List<SchemaSource> crds =
        page.blocks().stream()
            .filter(block -> block.mark().verb().equals("crd"))
            .flatMap(block -> documents(block).stream())
            .map(document -> new SchemaSource(object(document), document.root().span()))
            .toList();
    Checked<SchemaCatalog> read = CrdCatalog.read(crds);
    if (!read.diagnostics().isEmpty()) {
      throw new AssertionError(page + ": " + read.diagnostics());
    }
    return new DocGroups(
        SchemaCatalog.firstOf(List.of(read.value().orElseThrow(), KubernetesCatalog.newest())));
  }

  /**
   * Compiles an example.
   *
   * @param name the name of the file
   * @param omit whether {@code omit()} may be used
   */
  Compilation compile(String name, String example, boolean omit) {
    String path = "src/main/kro/" + (name.isEmpty() ? "example" : name) + ".yaml";
    CompilerOptions options =
        CompilerOptions.defaults()
            .withThreads(1)
            .withAnalysis(
                new AnalysisOptions(AnalysisOptions.DEFAULT.maxForEachDimensions(), omit));
    return ResourceGroupCompiler.compile(
        new CompilerInput(List.of(SourceFile.of(path, whole(example))), catalog, options));
  }

  private static String whole(String example) {
    if (example.startsWith("kind:") || example.contains("\nkind:")) {
      return example;
    }
    String spec = example.startsWith("schema:") ? example : "schema:\n" + API + example;
    if (!spec.contains("\n  kind:")) {
      spec = spec.replaceFirst("schema:\n", "schema:\n" + API);
    }
    return HEADER + spec.replaceAll("(?m)^(?=.)", "  ");
  }

  /** The documents of a block. */
  static List<YamlDocument> documents(CodeBlock block) {
    Checked<List<YamlDocument>> read =
        YamlReader.read(SourceFile.of("block", block.text()), YamlLimits.DEFAULT);
    if (!read.diagnostics().isEmpty()) {
      throw new AssertionError("line " + block.line() + ": " + read.diagnostics());
    }
    return read.value().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(YamlDocument document) {
    return (Map<String, Object>) document.root().toJson();
  }

  static Span place(String text) {
    return new Span(SourceFile.of("expression", text), 0, text.length());
  }
}
