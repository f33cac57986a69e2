package io.kro4j.compiler.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the URL path of a resource says of it.
 *
 * @param plural the resource name
 * @param scope where its objects live, as far as this path shows
 */
record ResourcePath(String plural, Scope scope) {
  private static final String NAME = "{name}";

  /**
   * Reads a path of the collection or of an object of a resource, such as {@code
   * /apis/apps/v1/namespaces/{namespace}/deployments/{name}}.
   *
   * @return empty for any other path: those of subresources, of watches, of discovery
   */
  static Optional<ResourcePath> of(String path) {
    List<String> parts = Arrays.asList(path.split("/", -1));
    int first = path.startsWith("/api/") ? 3 : path.startsWith("/apis/") ? 4 : parts.size();
    List<String> resource = parts.subList(Math.min(first, parts.size()), parts.size());
    Scope scope = Scope.CLUSTER;
    if (resource.size() > 2
        && resource.subList(0, 2).equals(List.of("namespaces", "{namespace}"))) {
      scope = Scope.NAMESPACED;
      resource = resource.subList(2, resource.size());
    }
    boolean collection = resource.size() == 1 && !resource.get(0).isEmpty();
    boolean object = resource.size() == 2 && resource.get(1).equals(NAME);
    return collection || object
        ? Optional.of(new ResourcePath(resource.get(0), scope))
        : Optional.empty();
  }

  /**
   * The one of two paths of a resource that shows its scope: the list over all namespaces looks
   * like a collection without any.
   */
  ResourcePath narrower(ResourcePath other) {
    return scope == Scope.NAMESPACED ? this : other;
  }
}
