package io.kro4j.runtime.watch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of a subscription as last heard of. Never blocks. Safe for concurrent use. */
public interface ObjectCache {

  /**
   * The object of that name.
   *
   * @param namespace its namespace, null exactly if the type is one of the whole cluster
   * @param name its name
   */
  Optional<CachedObject> get(@Nullable String namespace, String name);

  /** All objects, by namespace and name. */
  List<CachedObject> all();

  /** All objects of a namespace, by name. */
  List<CachedObject> inNamespace(String namespace);

  /** The members of an ApplySet, by the label {@code applyset.kubernetes.io/part-of}. */
  List<CachedObject> partOf(String applySet);
}
