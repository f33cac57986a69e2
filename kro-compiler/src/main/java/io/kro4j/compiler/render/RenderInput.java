package io.kro4j.compiler.render;

import io.kro4j.compiler.CompiledGroup;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.compiler.source.SourceFile;
import java.util.List;

/**
 * What is to be rendered.
 *
 * @param groups the groups
 * @param catalog the types of the objects
 * @param instances files of which every document is an instance of one of the groups
 * @param mixed files in which instances may be among other documents
 * @param observed files with objects as they are in the cluster
 * @param options how to render
 */
public record RenderInput(
    List<CompiledGroup> groups,
    SchemaCatalog catalog,
    List<SourceFile> instances,
    List<SourceFile> mixed,
    List<SourceFile> observed,
    RenderOptions options) {
  /** Copies the lists. */
  public RenderInput {
    groups = List.copyOf(groups);
    instances = List.copyOf(instances);
    mixed = List.copyOf(mixed);
    observed = List.copyOf(observed);
  }

  /** Whether no instance is given, and one is to be made up for each group. */
  public boolean isWithoutInstances() {
    return instances.isEmpty() && mixed.isEmpty();
  }
}
