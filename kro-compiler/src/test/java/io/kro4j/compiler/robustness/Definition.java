package io.kro4j.compiler.robustness;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.schema.CrdCatalog;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.schema.SchemaSource;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Groups that are compiled together.
 *
 * @param name where they are from
 * @param sources the files
 * @param catalog the types that they may use
 */
record Definition(String name, List<SourceFile> sources, SchemaCatalog catalog) {
  private static final Path FIXTURES = Path.of("src", "test", "fixtures");
  private static final Path SAMPLES = Path.of("..", "samples");

  /** All samples as one definition, since they use each other, and every fixture. */
  static List<Definition> all() {
    List<Definition> definitions = new ArrayList<>();
    List<Path> samples = files(SAMPLES, "resourcegroup.yaml");
    definitions.add(
        of("samples", SAMPLES, samples, files(SAMPLES.resolve("postgres-database/crds"), ".yaml")));
    for (Path folder : folders(FIXTURES)) {
      String name = FIXTURES.relativize(folder).toString().replace('\\', '/');
      List<Path> sources = files(folder, ".yaml").stream().filter(isIn(folder)).toList();
      if (!sources.isEmpty() && !name.matches(".*/(crds|manifests)(/.*)?")) {
        definitions.add(of(name, folder, sources, files(folder.resolve("crds"), ".yaml")));
      }
    }
    return definitions;
  }

  /** What comes of the sources. */
  Compilation compile(CompilerOptions options) {
    return ResourceGroupCompiler.compile(new CompilerInput(sources, catalog, options));
  }

  private static Definition of(String name, Path folder, List<Path> sources, List<Path> crds) {
    List<SchemaSource> schemas = new ArrayList<>();
    for (Path crd : crds) {
      YamlReader.read(source(folder, crd), YamlLimits.DEFAULT).value().orElseThrow().stream()
          .filter(document -> document.root() instanceof YamlValue.Mapping)
          .map(document -> schema((YamlValue.Mapping) document.root()))
          .forEach(schemas::add);
    }
    SchemaCatalog catalog =
        SchemaCatalog.firstOf(
            List.of(CrdCatalog.read(schemas).value().orElseThrow(), KubernetesCatalog.newest()));
    return new Definition(
        name, sources.stream().map(file -> source(folder, file)).toList(), catalog);
  }

  private static SchemaSource schema(YamlValue.Mapping crd) {
    return new SchemaSource(crd.toJson(), crd.span());
  }

  private static SourceFile source(Path folder, Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return SourceFile.of(folder.relativize(file).toString().replace('\\', '/'), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Predicate<Path> isIn(Path folder) {
    return file -> folder.equals(file.getParent());
  }

  private static List<Path> files(Path folder, String ending) {
    return walk(folder).stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  private static List<Path> folders(Path folder) {
    return walk(folder).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> walk(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
