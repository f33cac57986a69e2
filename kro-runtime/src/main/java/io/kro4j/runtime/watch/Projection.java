package io.kro4j.runtime.watch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an object is kept in memory. Its metadata always are, apart from {@code managedFields}.
 */
public final class Projection {
  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final List<FieldPath> ALWAYS =
      List.of(FieldPath.of("apiVersion"), FieldPath.of("kind"), METADATA);

  private final PathTree paths;
  private final @Nullable String owner;

  private Projection(PathTree paths, @Nullable String owner) {
    this.paths = paths;
    this.owner = owner;
  }

  /** Only metadata. */
  public static Projection metadata() {
    return of(List.of());
  }

  /** Metadata and these paths. */
  public static Projection of(Collection<FieldPath> paths) {
    return new Projection(PathTree.of(ALWAYS).and(PathTree.of(paths)), null);
  }

  /** The whole object. */
  public static Projection whole() {
    return of(List.of(new FieldPath(List.of())));
  }

  /**
   * The same with {@link CachedObject#owned()}. All subscribers of a type must name the same
   * manager.
   *
   * @param manager the name of the field manager
   */
  public Projection withOwnedBy(String manager) {
    return new Projection(paths, manager);
  }

  Projection and(Projection other) {
    return new Projection(paths.and(other.paths), owner == null ? other.owner : owner);
  }

  boolean covers(Projection other) {
    return paths.covers(other.paths) && (other.owner == null || other.owner.equals(owner));
  }

  /** What is kept of an object, and none of it shared with a later change of it. */
  Map<String, Object> of(Map<String, Object> object) {
    Map<String, Object> kept = paths.of(object);
    if (kept.get("metadata") instanceof Map<?, ?> metadata) {
      Map<Object, Object> rest = new LinkedHashMap<>(metadata);
      rest.remove("managedFields");
      rest.remove("resourceVersion");
      kept.put("metadata", rest);
    }
    return kept;
  }

  OwnedFields ownedOf(Map<String, Object> object) {
    return owner == null ? OwnedFields.none() : OwnedFields.of(object, owner);
  }
}
