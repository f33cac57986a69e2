package io.kro4j.compiler.determinism;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledFiles;
import io.kro4j.compiler.CompilerInput;
import io.kro4j.compiler.CompilerOptions;
import io.kro4j.compiler.ResourceGroupCompiler;
import io.kro4j.compiler.artifact.OutputPlan;
import io.kro4j.compiler.artifact.OutputTree;
import io.kro4j.compiler.artifact.files.OutputDirectory;
import io.kro4j.compiler.benchmark.GeneratedGroups;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.TextRenderer;
import io.kro4j.compiler.fixtures.Example;
import io.kro4j.compiler.fixtures.Fixture;
import io.kro4j.compiler.samples.Sample;
import io.kro4j.compiler.schema.KubernetesCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Compiles every group there is here: each fixture by itself, the sources of all fixtures at once
 * (which get in each other's way, and so give many findings), all samples, and generated groups.
 * Its lines are the findings as they are shown, and a digest of each file as it was written.
 */
final class Transcript {
  private static final int GENERATED = 40;

  private final int threads;
  private final long order;
  private final Path scratch;
  private final List<String> lines = new ArrayList<>();

  private Transcript(int threads, long order, Path scratch) {
    this.threads = threads;
    this.order = order;
    this.scratch = scratch;
  }

  /**
   * Writes the lines to standard output, in UTF-8.
   *
   * @param arguments as for {@link #lines}
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    List<String> lines =
        lines(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]));
    System.out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
    System.out.flush();
  }

  /**
   * The lines.
   *
   * @param threads how many groups to compile at once
   * @param order which of all the orders to hand the files over in
   * @param scratch where to write what comes out; a folder that is empty or not there yet
   * @throws IOException if a file cannot be read or written
   */
  static List<String> lines(int threads, long order, Path scratch) throws IOException {
    Transcript transcript = new Transcript(threads, order, scratch);
    List<SourceFile> all = new ArrayList<>();
    for (Fixture fixture : Fixture.all()) {
      Example example = fixture.example();
      transcript.add(fixture.name(), example.compile(transcript::rearranged));
      all.addAll(sources(fixture.name(), example));
    }
    transcript.add("all fixtures", transcript.compile(all));
    transcript.add("samples", Sample.compileAll(transcript::rearranged));
    transcript.add("generated", transcript.compile(GeneratedGroups.files(GENERATED)));
    return List.copyOf(transcript.lines);
  }

  private static List<SourceFile> sources(String fixture, Example example) {
    List<SourceFile> sources = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : example.files().entrySet()) {
      if (Example.isSource(file.getKey())) {
        SourceFiles.decode(fixture + "/" + file.getKey(), file.getValue())
            .value()
            .ifPresent(sources::add);
      }
    }
    return sources;
  }

  private Compilation compile(List<SourceFile> files) {
    return ResourceGroupCompiler.compile(
        rearranged(
            new CompilerInput(files, KubernetesCatalog.newest(), CompilerOptions.defaults())));
  }

  private CompilerInput rearranged(CompilerInput input) {
    List<SourceFile> sources = new ArrayList<>(input.sources());
    Collections.shuffle(sources, new Random(order));
    return new CompilerInput(sources, input.catalog(), input.options().withThreads(threads));
  }

  private void add(String name, Compilation compilation) throws IOException {
    lines.add("== " + name);
    TextRenderer.render(compilation.diagnostics()).lines().forEach(lines::add);
    Checked<OutputTree> tree = CompiledFiles.of(compilation.groups());
    TextRenderer.render(tree.diagnostics()).lines().forEach(lines::add);
    if (tree.value().isPresent()) {
      addFiles(tree.value().get(), scratch.resolve(name));
    }
  }

  private void addFiles(OutputTree tree, Path folder) throws IOException {
    OutputDirectory output = OutputDirectory.at(folder);
    output.apply(OutputPlan.of(tree, output));
    for (String file : tree.files().keySet()) {
      lines.add(digest(Files.readAllBytes(folder.resolve(file))) + " " + file);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
