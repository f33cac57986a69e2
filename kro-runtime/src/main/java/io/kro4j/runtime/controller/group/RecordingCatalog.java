package io.kro4j.runtime.controller.group;

import io.kro4j.compiler.schema.GroupVersionKind;
import io.kro4j.compiler.schema.ResourceType;
import io.kro4j.compiler.schema.SchemaCatalog;
import io.kro4j.runtime.cluster.ApiException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * A catalog that remembers what it was asked for in vain, so that it can be waited for; and that
 * the cluster could not be asked, which is nothing for the compiler to know.
 */
final class RecordingCatalog implements SchemaCatalog {
  private final SchemaCatalog catalog;
  private final Set<GroupVersionKind> missing = new ConcurrentSkipListSet<>();
  private volatile @Nullable UncheckedIOException failure;

  /** Asks another catalog. */
  RecordingCatalog(SchemaCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    try {
      Optional<ResourceType> found = catalog.find(gvk);
      if (found.isEmpty()) {
        missing.add(gvk);
      }
      return found;
    } catch (UncheckedIOException e) {
      failure = e;
      return Optional.empty();
    }
  }

  @Override
  public Collection<GroupVersionKind> types() {
    try {
      return catalog.types();
    } catch (UncheckedIOException e) {
      failure = e;
      return List.of();
    }
  }

  @Override
  public Optional<String> remedy() {
    return catalog.remedy();
  }

  /** What was not found. */
  Set<GroupVersionKind> missing() {
    return Set.copyOf(missing);
  }

  /**
   * Says whether the answers can be relied on.
   *
   * @throws ApiException if they cannot, because a request failed
   */
  void throwFailure() throws ApiException {
    UncheckedIOException unread = failure;
    if (unread != null && unread.getCause() != null) {
      throw ApiException.of(unread.getCause());
    }
  }
}
