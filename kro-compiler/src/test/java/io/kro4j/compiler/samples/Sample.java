package io.kro4j.compiler.samples;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One folder of the samples. */
public record Sample(String name, Path folder) {

  /** An instance that the API server is to take or to refuse. */
  public record Instance(String name, String text) {
    private static final String REJECTED = "# rejected: ";

    /** Whether it is to be taken; the file's name says so. */
    public boolean isValid() {
      return name.startsWith("valid-");
    }

    /** What the refusal is to hold; the first line says so. */
    public String rejection() {
      String first = text.lines().findFirst().orElse("");
      if (!first.startsWith(REJECTED)) {
        throw new IllegalStateException(name + " does not begin with `" + REJECTED + "…`");
      }
      return first.substring(REJECTED.length());
    }
  }

  /** All samples, by name. */
  public static List<Sample> all() {
    return list(samples()).stream()
        .filter(folder -> Files.exists(folder.resolve("resourcegroup.yaml")))
        .map(folder -> new Sample(folder.getFileName().toString(), folder))
        .toList();
  }

  /** Compiles all samples at once, as some use the APIs of others. */
  public static Compilation compileAll() {
    return compileAll(UnaryOperator.identity());
  }

  /**
   * The same with another input.
   *
   * @param change what to do to the input of the compiler
   */
  public static Compilation compileAll(UnaryOperator<CompilerInput> change) {
    List<SchemaSource> crds =
        all().stream().flatMap(sample -> sample.crds().stream()).map(Sample::schema).toList();
    SchemaCatalog catalog =
        SchemaCatalog.firstOf(
            List.of(CrdCatalog.read(crds).value().orElseThrow(), KubernetesCatalog.newest()));
    List<SourceFile> definitions = all().stream().map(Sample::definition).toList();
    return ResourceGroupCompiler.compile(
        change.apply(new CompilerInput(definitions, catalog, CompilerOptions.defaults())));
  }

  /** The definition. */
  public SourceFile definition() {
    return source(folder.resolve("resourcegroup.yaml"));
  }

  /** The CRDs of other people's kinds. */
  public List<SourceFile> crds() {
    return list(folder.resolve("crds")).stream().map(this::source).toList();
  }

  /** The tests of the group. */
  public List<SourceFile> tests() {
    return list(folder).stream()
        .filter(file -> file.getFileName().toString().endsWith(".test.yaml"))
        .map(this::source)
        .toList();
  }

  /** A file by its path from the folder of all samples. */
  public static Optional<SourceFile> file(String name) {
    Path file = samples().resolve(name);
    return Files.exists(file) ? Optional.of(SourceFile.of(name, text(file))) : Optional.empty();
  }

  /** The instances. */
  public List<Instance> instances() {
    return list(folder.resolve("instances")).stream()
        .map(file -> new Instance(file.getFileName().toString(), text(file)))
        .toList();
  }

  private static SchemaSource schema(SourceFile file) {
    YamlDocument document = YamlReader.read(file, YamlLimits.DEFAULT).value().orElseThrow().get(0);
    return new SchemaSource(((YamlValue.Mapping) document.root()).toJson(), document.span());
  }

  private SourceFile source(Path file) {
    return SourceFile.of(name + "/" + folder.relativize(file), text(file));
  }

  /** Tests run in the folder of their module, so the samples are beside it or beside this one. */
  private static Path samples() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path samples = folder.resolve("samples");
      if (Files.exists(samples.resolve("README.md"))) {
        return samples;
      }
    }
    throw new IllegalStateException("no folder with samples here or above");
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
