package io.kro4j.compiler.samples;

import io.kro4j.compiler.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One folder of the samples. */
record Sample(String name, Path folder) {

  /** An instance that the API server is to take or to refuse. */
  record Instance(String name, String text) {
    private static final String REJECTED = "# rejected: ";

    /** Whether it is to be taken; the file's name says so. */
    boolean isValid() {
      return name.startsWith("valid-");
    }

    /** What the refusal is to hold; the first line says so. */
    String rejection() {
      String first = text.lines().findFirst().orElse("");
      if (!first.startsWith(REJECTED)) {
        throw new IllegalStateException(name + " does not begin with `" + REJECTED + "…`");
      }
      return first.substring(REJECTED.length());
    }
  }

  /** All samples, by name. */
  static List<Sample> all() {
    return list(samples()).stream()
        .filter(folder -> Files.exists(folder.resolve("resourcegroup.yaml")))
        .map(folder -> new Sample(folder.getFileName().toString(), folder))
        .toList();
  }

  /** The definition. */
  SourceFile definition() {
    return source(folder.resolve("resourcegroup.yaml"));
  }

  /** The CRDs of other people's kinds. */
  List<SourceFile> crds() {
    return list(folder.resolve("crds")).stream().map(this::source).toList();
  }

  /** The instances. */
  List<Instance> instances() {
    return list(folder.resolve("instances")).stream()
        .map(file -> new Instance(file.getFileName().toString(), text(file)))
        .toList();
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
