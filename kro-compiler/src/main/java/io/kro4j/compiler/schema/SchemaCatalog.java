package io.kro4j.compiler.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the schema of a type. Implementations are immutable and safe for concurrent use. */
public interface SchemaCatalog {
  /** The type of that name, or empty if the catalog does not know it. */
  Optional<ResourceType> find(GroupVersionKind gvk);

  /** The names of all types in the catalog, for suggestions. */
  Collection<GroupVersionKind> types();

  /**
   * What its user can do about a type that it does not know, without a final full stop; empty if it
   * is one of the schema sources of a build.
   */
  default Optional<String> remedy() {
    return Optional.empty();
  }

  /** A catalog that knows nothing. */
  static SchemaCatalog empty() {
    return of(List.of());
  }

  /** A catalog of the given types. */
  static SchemaCatalog of(Collection<ResourceType> types) {
    return new ListedCatalog(types);
  }

  /**
   * A catalog that asks several in turn; the first that knows a type answers, and the first that
   * knows what to do about one that is not known.
   */
  static SchemaCatalog firstOf(List<SchemaCatalog> catalogs) {
    List<SchemaCatalog> inOrder = List.copyOf(catalogs);
    return new SchemaCatalog() {
      @Override
      public Optional<ResourceType> find(GroupVersionKind gvk) {
        return inOrder.stream().flatMap(catalog -> catalog.find(gvk).stream()).findFirst();
      }

      @Override
      public Collection<GroupVersionKind> types() {
        Set<GroupVersionKind> all = new TreeSet<>();
        inOrder.forEach(catalog -> all.addAll(catalog.types()));
        return all;
      }

      @Override
      public Optional<String> remedy() {
        return inOrder.stream().flatMap(catalog -> catalog.remedy().stream()).findFirst();
      }
    };
  }
}
