package io.kro4j.compiler.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A catalog of types known one by one. */
final class ListedCatalog implements SchemaCatalog {
  private final Map<GroupVersionKind, ResourceType> byName = new TreeMap<>();

  ListedCatalog(Collection<ResourceType> types) {
    types.forEach(type -> byName.putIfAbsent(type.gvk(), type));
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    return Optional.ofNullable(byName.get(gvk));
  }

  @Override
  public Collection<GroupVersionKind> types() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
