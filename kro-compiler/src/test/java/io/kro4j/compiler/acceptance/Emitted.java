package io.kro4j.compiler.acceptance;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.fixtures.Fixture;
import io.kro4j.compiler.samples.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What comes out of one run of the compiler.
 *
 * @param name the fixture, or {@code samples} for all samples together
 * @param groups the groups of the run
 * @param files the files to commit
 */
record Emitted(String name, List<CompiledGroup> groups, OutputTree files) {

  /** What comes out of every fixture that compiles. */
  static Stream<Emitted> byFixtures() {
    return Fixture.all().stream()
        .map(fixture -> Map.entry(fixture.name(), fixture.compile()))
        .filter(run -> !run.getValue().hasErrors() && !run.getValue().groups().isEmpty())
        .map(run -> of(run.getKey(), run.getValue()));
  }

  /** What comes out of all samples together. */
  static Emitted bySamples() {
    return of("samples", Sample.compileAll());
  }

  private static Emitted of(String name, Compilation compilation) {
    return new Emitted(
        name, compilation.groups(), CompiledFiles.of(compilation.groups()).value().orElseThrow());
  }

  /** The objects of all files, CRDs first. */
  List<Manifest> manifests() {
    return files.files().entrySet().stream()
        .filter(file -> file.getKey().matches("(crds|graphs|rbac)/.*"))
        .flatMap(file -> Manifest.read(file.getValue()).stream())
        .toList();
  }

  /** Writes the files into a folder of their own. */
  Path write(Path parent) throws IOException {
    Path folder = parent.resolve(name);
    for (String path : files.files().keySet()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, files.bytes(path));
    }
    return folder;
  }
}
