package io.kro4j.compiler.plan;

import io.kro4j.compiler.Compilation;
import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.model.ResourceGroupReader;
import io.kro4j.compiler.source.SourceFile;
import io.kro4j.compiler.yaml.YamlDocument;
import io.kro4j.compiler.yaml.YamlLimits;
import io.kro4j.compiler.yaml.YamlReader;
import io.kro4j.compiler.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One of the two states that are compared.
 *
 * @param groups the groups that compile
 * @param broken the names of those that are there and do not compile: nothing can be said of them
 */
public record PlanState(List<CompiledGroup> groups, SortedSet<String> broken) {
  /** Copies the collections. */
  public PlanState {
    groups = List.copyOf(groups);
    broken = Collections.unmodifiableSortedSet(new TreeSet<>(broken));
  }

  /** A state in which every group compiles. */
  public static PlanState of(List<CompiledGroup> groups) {
    return new PlanState(groups, Collections.emptySortedSet());
  }

  /**
   * A state of which something may not compile.
   *
   * @param compilation what came of it
   * @param sources its files
   */
  public static PlanState of(Compilation compilation, List<SourceFile> sources) {
    SortedSet<String> broken = new TreeSet<>();
    if (compilation.hasErrors()) {
      sources.forEach(source -> broken.addAll(names(source)));
      compilation.groups().forEach(group -> broken.remove(group.name()));
    }
    return new PlanState(compilation.groups(), broken);
  }

  /** The names of the groups in a file, so far as it can be read. */
  private static List<String> names(SourceFile file) {
    List<String> names = new ArrayList<>();
    List<YamlDocument> documents =
        YamlReader.read(file, YamlLimits.DEFAULT).value().orElse(List.of());
    for (YamlDocument document : documents) {
      if (ResourceGroupReader.isResourceGroup(document)
          && document.root() instanceof YamlValue.Mapping group
          && group.find("metadata", "name").map(YamlValue.Entry::value).orElse(null)
              instanceof YamlValue.Text name) {
        names.add(name.toJson());
      }
    }
    return names;
  }
}
