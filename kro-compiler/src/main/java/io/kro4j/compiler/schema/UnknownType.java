package io.kro4j.compiler.schema;

import io.kro4j.compiler.diagnostics.Suggestions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words for a type that no catalog knows, for the diagnostic {@code schema.unknown-type}.
 *
 * @param message what is wrong
 * @param help what was probably meant, if anything is near, and where schemas can come from
 * @param isKindKnown whether the kind exists, so that the group or the version is what is wrong
 */
public record UnknownType(String message, String help, boolean isKindKnown) {
  private static final String SOURCES =
      "add its CRD or an OpenAPI v3 document to the schema sources, let another group of the same"
          + " build define it, or select a Kubernetes version that has it";

  /**
   * Describes a type that {@code catalog} does not have.
   *
   * @param gvk the type that was asked for
   * @param catalog where it was looked for
   */
  public static UnknownType of(GroupVersionKind gvk, SchemaCatalog catalog) {
    String message = "the type `" + gvk.kind() + "` of `" + gvk.apiVersion() + "` is not known";
    Optional<String> version = otherVersion(gvk, catalog.types());
    String remedy = catalog.remedy().orElse(SOURCES);
    String help =
        otherKubernetes(gvk)
            .or(() -> version)
            .or(() -> otherKind(gvk, catalog.types()))
            .map(hint -> hint + " Otherwise " + remedy)
            .orElse(remedy);
    return new UnknownType(message, help, version.isPresent());
  }

  private static Optional<String> otherKubernetes(GroupVersionKind gvk) {
    List<String> versions = KubernetesCatalog.versionsWith(gvk);
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of("it exists in Kubernetes " + String.join(", ", versions) + ".");
  }

  /** The same kind in another version of the group, or else in other groups. */
  private static Optional<String> otherVersion(
      GroupVersionKind gvk, Collection<GroupVersionKind> types) {
    List<GroupVersionKind> sameKind =
        types.stream().filter(type -> type.kind().equals(gvk.kind())).sorted().toList();
    List<GroupVersionKind> sameGroup =
        sameKind.stream().filter(type -> type.group().equals(gvk.group())).toList();
    List<GroupVersionKind> near = sameGroup.isEmpty() ? sameKind : sameGroup;
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            near.stream()
                .map(type -> "`" + type.apiVersion() + "`")
                .collect(Collectors.joining(" or ", "did you mean ", "?")));
  }

  /** A kind that is spelt nearly so, of the same group and version if there is one. */
  private static Optional<String> otherKind(
      GroupVersionKind gvk, Collection<GroupVersionKind> types) {
    List<GroupVersionKind> sameVersion =
        types.stream().filter(type -> type.apiVersion().equals(gvk.apiVersion())).toList();
    return nearest(gvk, sameVersion)
        .or(() -> nearest(gvk, types))
        .map(near -> "did you mean `" + near.kind() + "` of `" + near.apiVersion() + "`?");
  }

  private static Optional<GroupVersionKind> nearest(
      GroupVersionKind gvk, Collection<GroupVersionKind> types) {
    List<String> kinds = types.stream().map(GroupVersionKind::kind).toList();
    return Suggestions.nearest(gvk.kind(), kinds)
        .flatMap(
            kind ->
                types.stream()
                    .filter(type -> type.kind().equals(kind))
                    .min(Comparator.naturalOrder()));
  }
}
