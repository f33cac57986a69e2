package io.kro4j.compiler;

import io.kro4j.compiler.analysis.GroupAnalyzer;
import io.kro4j.compiler.analysis.GroupLinker;
import io.kro4j.compiler.api.ApiTypes;
import io.kro4j.compiler.diagnostics.Checked;
import io.kro4j.compiler.diagnostics.Diagnostic;
import io.kro4j.compiler.diagnostics.Diagnostics;
import io.kro4j.compiler.diagnostics.FirstErrors;
import io.kro4j.compiler.model.ResourceGroup;
import io.kro4j.compiler.model.ResourceGroupReader;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.suppression.Suppression;
import io.kro4j.compiler.suppression.SuppressionReader;
import io.kro4j.compiler.suppression.Suppressions;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compiles groups: text in, graphs, CRDs and findings out.
 *
 * <p>The stages are: read every file, order the groups so that each comes after those whose API it
 * uses, then analyse, validate and generate, group by group. Groups that do not use each other are
 * compiled at the same time; the result does not depend on it.
 */
public final class ResourceGroupCompiler {
  private final CompilerInput input;
  private final Diagnostics diagnostics = new Diagnostics();
  private final List<Suppression> suppressions = new ArrayList<>();

  /** Groups that could not be read as a whole: they are checked, and nothing comes of them. */
  private final Set<ResourceGroup> incomplete = byIdentity();

  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();

  private ResourceGroupCompiler(CompilerInput input, Progress progress) {
    this.input = input;
    this.progress = progress;
  }

  /**
   * Compiles all groups of the input.
   *
   * @return the groups that are sound, and everything there is to say about the others
   */
  public static Compilation compile(CompilerInput input) {
    return compile(input, Progress.UNHEARD);
  }

  /**
   * The same, and says how far it is.
   *
   * @param progress who hears of it
   */
  public static Compilation compile(CompilerInput input, Progress progress) {
    return new ResourceGroupCompiler(input, progress).compile();
  }

  private Compilation compile() {
    try (Workers workers = new Workers(input.options().threads())) {
      List<ResourceGroup> groups = read(workers);
      List<CompiledGroup> compiled = new ArrayList<>();
      List<ResourceType> defined = new ArrayList<>();
      GroupCompiler compiler = new GroupCompiler(new GroupAnalyzer(input.options().analysis()));
      List<List<ResourceGroup>> layers = GroupLinker.layers(groups, diagnostics);
      SchemaCatalog refused = SchemaCatalog.of(refused(groups, layers));
      for (List<ResourceGroup> layer : layers) {
        SchemaCatalog catalog =
            SchemaCatalog.firstOf(
                List.of(SchemaCatalog.of(defined), input.catalog(), ApiTypes.catalog(), refused));
        List<Callable<GroupCompiler.Result>> tasks = new ArrayList<>();
        layer.forEach(
            group ->
                tasks.add(
                    () -> {
                      GroupCompiler.Result result = compiler.compile(group, catalog);
                      progress.compiled(done.incrementAndGet(), groups.size());
                      return result;
                    }));
        for (GroupCompiler.Result result : workers.run(tasks)) {
          diagnostics.addAll(result.diagnostics());
          result
              .compiled()
              .filter(group -> !incomplete.contains(group.source()))
              .ifPresent(compiled::add);
          defined.add(result.type());
        }
      }
      compiled.sort(Comparator.comparing(CompiledGroup::name));
      List<Diagnostic> findings = new ArrayList<>(diagnostics.list());
      findings.sort(Diagnostic.BY_PLACE);
      Suppressions parted = Suppressions.of(FirstErrors.of(findings), suppressions);
      List<Diagnostic> active = new ArrayList<>(parted.active());
      active.sort(Diagnostic.BY_PLACE);
      return new Compilation(compiled, active, parted.suppressed());
    }
  }

  /**
   * Stand-ins for the types of groups that are not compiled, so that their users are not blamed.
   */
  private static List<ResourceType> refused(
      List<ResourceGroup> groups, List<List<ResourceGroup>> layers) {
    Set<ResourceGroup> ordered = byIdentity();
    layers.forEach(ordered::addAll);
    return groups.stream()
        .filter(group -> !ordered.contains(group))
        .map(GroupCompiler::anything)
        .toList();
  }

  /** To compare groups by all that is in them takes long where there are many. */
  private static Set<ResourceGroup> byIdentity() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private List<ResourceGroup> read(Workers workers) {
    List<SourceFile> files = new ArrayList<>(input.sources());
    files.sort(Comparator.comparing(SourceFile::name));
    List<Callable<ReadFile>> tasks = new ArrayList<>();
    files.forEach(file -> tasks.add(() -> read(file)));
    List<ResourceGroup> groups = new ArrayList<>();
    for (ReadFile file : workers.run(tasks)) {
      diagnostics.addAll(file.diagnostics());
      suppressions.addAll(file.suppressions());
      for (Checked<ResourceGroup> read : file.groups()) {
        Optional<ResourceGroup> group = diagnostics.collect(read).value();
        group.ifPresent(groups::add);
        group.filter(any -> read.hasErrors()).ifPresent(incomplete::add);
      }
    }
    return groups;
  }

  /** What a file holds. */
  private record ReadFile(
      List<Checked<ResourceGroup>> groups,
      List<Suppression> suppressions,
      List<Diagnostic> diagnostics) {}

  private ReadFile read(SourceFile file) {
    Diagnostics found = new Diagnostics();
    List<Checked<ResourceGroup>> groups = new ArrayList<>();
    List<YamlDocument> documents =
        found.collect(YamlReader.read(file, input.options().yaml())).value().orElse(List.of());
    for (YamlDocument document : documents) {
      if (ResourceGroupReader.isResourceGroup(document)) {
        groups.add(ResourceGroupReader.read(document));
      } else {
        ResourceGroupReader.nearMiss(document).ifPresent(found::add);
      }
    }
    // In a file without groups a comment is about nothing that is looked at.
    List<Suppression> comments =
        groups.isEmpty()
            ? List.of()
            : found.collect(SuppressionReader.read(file, documents)).value().orElse(List.of());
    return new ReadFile(groups, comments, found.list());
  }
}
