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
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One of the two states that are compared.
 *
 * @param name what the state is called
 * @param groups the groups that compile
 * @param broken the names of those that are there and do not compile: nothing can be said of them
 */
public record PlanState(Name name, List<CompiledGroup> groups, SortedSet<String> broken) {
  /**
   * What a state is called.
   *
   * @param text what people call it, such as {@code main (1a2b3c4d5e)}
   * @param commit the id of its commit; empty if it is none
   */
  public record Name(String text, Optional<String> commit) {}

  /** Copies the collections. */
  public PlanState {
    groups = List.copyOf(groups);
    broken = Collections.unmodifiableSortedSet(new TreeSet<>(broken));
  }

  /**
   * A state in which every group compiles.
   *
   * @param name what it is called
   * @param groups the groups
   */
  public static PlanState of(Name name, List<CompiledGroup> groups) {
    return new PlanState(name, groups, Collections.emptySortedSet());
  }

  /**
   * A state of which something may not compile.
   *
   * @param name what it is called
   * @param compilation what came of it
   * @param sources its files
   */
  public static PlanState of(Name name, Compilation compilation, List<SourceFile> sources) {
    SortedSet<String> broken = new TreeSet<>();
    if (compilation.hasErrors()) {
      sources.forEach(source -> broken.addAll(names(source)));
      compilation.groups().forEach(group -> broken.remove(group.name()));
    }
    return new PlanState(name, compilation.groups(), broken);
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
